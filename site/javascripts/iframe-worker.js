// The search of a page runs in a worker, and browsers start none for pages that are opened from a
// folder. There, and only there, this runs the same script in a hidden frame. It has to be loaded
// before the theme's scripts; the theme's offline plugin looks for its name.
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    #messages = [];
    #frame = null;

    constructor(address) {
      super();
      const element = document.createElement("iframe");
      element.hidden = true;
      element.title = "Search";
      document.body.append(element);
      const frame = element.contentWindow;
      frame.postMessage = (data) => {
        this.dispatchEvent(new MessageEvent("message", { data }));
      };
      const script = frame.document.createElement("script");
      script.src = new URL(address, location.href).href;
      script.onload = () => {
        this.#frame = frame;
        this.#messages.forEach((data) => this.#deliver(data));
      };
      frame.document.body.append(script);
    }

    // What comes before the script has loaded waits for it.
    postMessage(data) {
      if (this.#frame) this.#deliver(data);
      else this.#messages.push(data);
    }

    #deliver(data) {
      this.#frame.dispatchEvent(new this.#frame.MessageEvent("message", { data }));
    }
  };
}
