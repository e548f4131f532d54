// Without this, pressing Submit before choosing counts as a wrong answer. The browser now asks for a
// choice first.
document.querySelectorAll('.quiz input[type="radio"]').forEach((choice) => {
  choice.required = true;
});
