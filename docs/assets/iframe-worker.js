// A page that is opened from a disk may start no worker, and the search of this site is one. This runs the worker's script in
// a hidden frame instead; from a server the browser's own workers are used.
if (location.protocol === "file:") {
  window.Worker = class {
    constructor(url) {
      this.waiting = [];
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.frame.addEventListener("load", () => this.start(url), { once: true });
      document.body.append(this.frame);
    }

    start(url) {
      const inner = this.frame.contentWindow;
      inner.postMessage = (data) => this.onmessage?.({ data });
      const script = inner.document.createElement("script");
      script.onload = () => {
        this.send = (data) => inner.onmessage?.({ data });
        for (const data of this.waiting) this.send(data);
      };
      script.onerror = (event) => this.onerror?.(event);
      script.src = url;
      inner.document.head.append(script);
    }

    postMessage(data) {
      if (this.send) setTimeout(this.send, 0, data);
      else this.waiting.push(data);
    }

    terminate() {
      this.frame.remove();
    }
  };
}
