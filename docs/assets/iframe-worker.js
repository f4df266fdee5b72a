// A page that is opened from a disk may start no worker, and the search of this site is one. This runs the worker's script in
// a hidden frame instead; from a server the browser's own workers are used. Messages are copied, and come later than they are
// sent, as those of workers do.
if (location.protocol === "file:") {
  window.Worker = class {
    constructor(url) {
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.started = new Promise((resolve, reject) => {
        this.frame.addEventListener("load", () => this.start(url, resolve, reject), { once: true });
      });
      this.started.catch((event) => this.onerror?.(event));
      document.body.append(this.frame);
    }

    start(url, resolve, reject) {
      const inner = this.frame.contentWindow;
      inner.postMessage = (data) => {
        const copy = structuredClone(data);
        setTimeout(() => this.onmessage?.({ data: copy }));
      };
      const script = inner.document.createElement("script");
      script.onload = () => resolve(inner);
      script.onerror = reject;
      script.src = url;
      inner.document.head.append(script);
    }

    postMessage(data) {
      const copy = structuredClone(data);
      this.started.then((inner) => setTimeout(() => inner.onmessage?.({ data: copy })));
    }

    terminate() {
      this.frame.remove();
    }
  };
}
