// From pen strokes to 28 × 28 pixels, in the way in which MNIST was made from scanned forms: a black
// and white drawing is fitted into a box of 20 × 20 pixels, its proportions kept and its edges
// smoothed, and the box is laid so that the center of mass lies at the center of 28 × 28.
// (Y. LeCun, C. Cortes and C. Burges describe it on the page of the MNIST database.)

courseLive.fitting = (() => {
  const FIELD = 28;
  const BOX = 20;
  const FINE = 8; // a pixel of the box is the mean of 8 × 8 black and white cells
  const CENTER = 14; // all of MNIST has its center of mass within half a pixel of row and column 14

  // A pen has one width, and digits are drawn in all sizes. MNIST's strokes are about 2 to 3 pixels
  // wide, so a small drawing is kept from turning fat, and a large one from turning thin.
  const THINNEST = 1.8;
  const WIDEST = 3.2;

  // What is smaller than this share of the pad is a dot and no digit.
  const SMALLEST = 0.08;

  // Return 784 numbers from 0 to 1 for strokes on a square pad, or null if there is nothing to read.
  // A stroke is a list of points [x, y].
  function fit(strokes, padSide, penWidth) {
    const points = strokes.flat();
    if (points.length === 0) return null;
    const [left, top] = [0, 1].map((axis) => Math.min(...points.map((point) => point[axis])));
    const [right, bottom] = [0, 1].map((axis) => Math.max(...points.map((point) => point[axis])));
    const side = Math.max(right - left, bottom - top);
    if (side < SMALLEST * padSide) return null;

    const plain = (penWidth * BOX) / (side + penWidth);
    const pen = Math.min(Math.max(plain, THINNEST), WIDEST);
    const scale = (BOX - pen) / side;
    const width = (right - left) * scale + pen;
    const height = (bottom - top) * scale + pen;
    const fitted = strokes.map((stroke) =>
      stroke.map(([x, y]) => [
        (x - left) * scale + pen / 2 + (BOX - width) / 2,
        (y - top) * scale + pen / 2 + (BOX - height) / 2,
      ]));
    return centered(averaged(inked(fitted, pen / 2)));
  }

  // Return the fine cells, (20 · 8)², that lie under a round pen.
  function inked(strokes, radius) {
    const side = BOX * FINE;
    const cells = new Uint8Array(side * side);
    const within = (value) => Math.min(Math.max(Math.round(value), 0), side - 1);
    for (const stroke of strokes) {
      stroke.forEach(([x2, y2], i) => {
        const [x1, y1] = stroke[Math.max(i - 1, 0)];
        const firstRow = within((Math.min(y1, y2) - radius) * FINE);
        const lastRow = within((Math.max(y1, y2) + radius) * FINE);
        const firstColumn = within((Math.min(x1, x2) - radius) * FINE);
        const lastColumn = within((Math.max(x1, x2) + radius) * FINE);
        for (let row = firstRow; row <= lastRow; row += 1) {
          for (let column = firstColumn; column <= lastColumn; column += 1) {
            const [x, y] = [(column + 0.5) / FINE, (row + 0.5) / FINE];
            if (distance(x, y, x1, y1, x2, y2) <= radius) cells[row * side + column] = 1;
          }
        }
      });
    }
    return cells;
  }

  // From a point to the nearest point of a segment.
  function distance(x, y, x1, y1, x2, y2) {
    const [dx, dy] = [x2 - x1, y2 - y1];
    const length = dx * dx + dy * dy;
    const along = length > 0 ? ((x - x1) * dx + (y - y1) * dy) / length : 0;
    const share = Math.min(Math.max(along, 0), 1);
    return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
  }

  // Return the box of 20 × 20 gray pixels.
  function averaged(cells) {
    const box = new Float64Array(BOX * BOX);
    const side = BOX * FINE;
    cells.forEach((cell, i) => {
      const row = Math.floor(i / side / FINE);
      const column = Math.floor((i % side) / FINE);
      box[row * BOX + column] += cell / (FINE * FINE);
    });
    return box;
  }

  // Lay the box on the field, by whole pixels. What would lie outside is blank in every digit whose
  // center of mass is inside of it.
  function centered(box) {
    let [mass, rows, columns] = [0, 0, 0];
    box.forEach((value, i) => {
      mass += value;
      rows += value * Math.floor(i / BOX);
      columns += value * (i % BOX);
    });
    const down = Math.round(CENTER - rows / mass);
    const across = Math.round(CENTER - columns / mass);
    const field = new Float64Array(FIELD * FIELD);
    box.forEach((value, i) => {
      const row = Math.floor(i / BOX) + down;
      const column = (i % BOX) + across;
      if (row >= 0 && row < FIELD && column >= 0 && column < FIELD) {
        field[row * FIELD + column] = value;
      }
    });
    return field;
  }

  return { fit };
})();
