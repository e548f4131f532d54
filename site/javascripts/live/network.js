// The forward pass of a chain of layers, as Keras computes it.
//
// A value is {height, width, channels, data}, its data a Float64Array in the order of rows, columns,
// channels. A vector has height and width 1. Sums are kept in double precision.

courseLive.network = (() => {
  // Give an exported model its weights back: whole numbers of three bytes, in units of the largest.
  function load(model) {
    const packed = courseLive.bytes(model.weights);
    let used = 0;
    // The upper byte carries the sign, so the number is moved to the top of 32 bits and back.
    const next = () => {
      const whole = (packed[used] << 8) | (packed[used + 1] << 16) | (packed[used + 2] << 24);
      used += 3;
      return (whole >> 8) / (2 ** 23 - 1);
    };
    const layers = model.layers.map((layer) => {
      const arrays = {};
      for (const [name, { shape, largest }] of Object.entries(layer.arrays)) {
        const values = new Float64Array(shape.reduce((product, side) => product * side, 1));
        for (let i = 0; i < values.length; i += 1) values[i] = next() * largest;
        arrays[name] = values;
      }
      return { ...layer, ...arrays };
    });
    return { ...model, layers };
  }

  // Return the outputs of all layers, in order, for one image: 28 × 28 numbers from 0 to 1.
  function run(network, pixels) {
    const [height, width, channels] = network.input;
    let value = { height, width, channels, data: Float64Array.from(pixels) };
    return network.layers.map((layer) => {
      value = steps[layer.kind](layer, value);
      activations[layer.activation](value.data);
      return value;
    });
  }

  function empty(height, width, channels) {
    return { height, width, channels, data: new Float64Array(height * width * channels) };
  }

  // How many places a window has along one side, and how many zeros stand before the first pixel.
  function places(size, window, stride, padding) {
    if (padding === "valid") return { count: Math.floor((size - window) / stride) + 1, before: 0 };
    const count = Math.ceil(size / stride);
    const missing = Math.max((count - 1) * stride + window - size, 0);
    return { count, before: Math.floor(missing / 2) };
  }

  // Call `visit(from, to, tap)` for each place of a window and each pixel in it: where the pixel's
  // channels begin in the input, where the place's begin in the output, and which of the window's
  // cells it is. Cells outside of the image are left out, as if there were zeros.
  function slide(layer, input, outputChannels, visit) {
    const [windowHeight, windowWidth] = layer.window;
    const down = places(input.height, windowHeight, layer.strides[0], layer.padding);
    const across = places(input.width, windowWidth, layer.strides[1], layer.padding);
    for (let y = 0; y < down.count; y += 1) {
      for (let x = 0; x < across.count; x += 1) {
        const to = (y * across.count + x) * outputChannels;
        for (let j = 0; j < windowHeight; j += 1) {
          const row = y * layer.strides[0] + j - down.before;
          if (row < 0 || row >= input.height) continue;
          for (let i = 0; i < windowWidth; i += 1) {
            const column = x * layer.strides[1] + i - across.before;
            if (column < 0 || column >= input.width) continue;
            visit((row * input.width + column) * input.channels, to, j * windowWidth + i);
          }
        }
      }
    }
  }

  function emptyFor(layer, input, channels) {
    const [down, across] = [0, 1].map((axis) =>
      places([input.height, input.width][axis], layer.window[axis], layer.strides[axis],
        layer.padding).count);
    return empty(down, across, channels);
  }

  function fillWithBias(output, bias) {
    for (let i = 0; i < output.data.length; i += 1) output.data[i] = bias[i % bias.length];
  }

  const steps = {
    conv(layer, input) {
      const channels = layer.bias.length;
      const output = emptyFor(layer, input, channels);
      fillWithBias(output, layer.bias);
      const { kernel } = layer;
      const [pixels, inputChannels, sums] = [input.data, input.channels, output.data];
      slide(layer, input, channels, (from, to, tap) => {
        for (let c = 0; c < inputChannels; c += 1) {
          const pixel = pixels[from + c];
          if (pixel === 0) continue; // most of a digit is black, and ReLU makes more zeros
          const weights = (tap * inputChannels + c) * channels;
          for (let k = 0; k < channels; k += 1) sums[to + k] += pixel * kernel[weights + k];
        }
      });
      return output;
    },

    depthwise(layer, input) {
      const output = emptyFor(layer, input, input.channels);
      fillWithBias(output, layer.bias);
      const { kernel } = layer;
      const [pixels, channels, sums] = [input.data, input.channels, output.data];
      slide(layer, input, channels, (from, to, tap) => {
        for (let c = 0; c < channels; c += 1) {
          sums[to + c] += pixels[from + c] * kernel[tap * channels + c];
        }
      });
      return output;
    },

    max_pool(layer, input) {
      const output = emptyFor(layer, input, input.channels);
      output.data.fill(-Infinity);
      slide(layer, input, input.channels, (from, to) => {
        for (let c = 0; c < input.channels; c += 1) {
          output.data[to + c] = Math.max(output.data[to + c], input.data[from + c]);
        }
      });
      return output;
    },

    // As in Keras, a window at the border is averaged over the pixels that it holds.
    average_pool(layer, input) {
      const output = emptyFor(layer, input, input.channels);
      const held = new Float64Array(output.data.length);
      slide(layer, input, input.channels, (from, to) => {
        for (let c = 0; c < input.channels; c += 1) {
          output.data[to + c] += input.data[from + c];
          held[to + c] += 1;
        }
      });
      for (let i = 0; i < held.length; i += 1) output.data[i] /= held[i];
      return output;
    },

    global_average(layer, input) {
      const output = empty(1, 1, input.channels);
      const pixels = input.height * input.width;
      input.data.forEach((value, i) => {
        output.data[i % input.channels] += value / pixels;
      });
      return output;
    },

    global_max(layer, input) {
      const output = empty(1, 1, input.channels);
      output.data.fill(-Infinity);
      input.data.forEach((value, i) => {
        const c = i % input.channels;
        output.data[c] = Math.max(output.data[c], value);
      });
      return output;
    },

    flatten(layer, input) {
      return { height: 1, width: 1, channels: input.data.length, data: input.data.slice() };
    },

    dense(layer, input) {
      const units = layer.bias.length;
      const output = empty(input.height, input.width, units);
      fillWithBias(output, layer.bias);
      const { kernel } = layer;
      const sums = output.data;
      input.data.forEach((value, i) => {
        const place = Math.floor(i / input.channels) * units;
        const weights = (i % input.channels) * units;
        for (let k = 0; k < units; k += 1) sums[place + k] += value * kernel[weights + k];
      });
      return output;
    },

    scale(layer, input) {
      const output = empty(input.height, input.width, input.channels);
      input.data.forEach((value, i) => {
        const c = i % input.channels;
        output.data[i] = value * layer.factor[c] + layer.shift[c];
      });
      return output;
    },
  };

  function eachValue(change) {
    return (data) => data.forEach((value, i) => { data[i] = change(value); });
  }

  const sigmoid = (x) => 1 / (1 + Math.exp(-x));

  const activations = {
    linear() {},
    relu: eachValue((x) => Math.max(x, 0)),
    sigmoid: eachValue(sigmoid),
    tanh: eachValue(Math.tanh),
    silu: eachValue((x) => x * sigmoid(x)),
    // Softmax stands at the end of a chain, where there is one vector.
    softmax(data) {
      const top = data.reduce((a, b) => Math.max(a, b));
      let sum = 0;
      data.forEach((x, i) => { data[i] = Math.exp(x - top); sum += data[i]; });
      data.forEach((x, i) => { data[i] = x / sum; });
    },
  };

  return { load, run };
})();
