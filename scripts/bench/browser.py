"""A headless Chromium, driven by the WebDriver protocol with Python's standard library alone."""

import json
import shutil
import subprocess
import time
import urllib.error
import urllib.request

ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--mute-audio", "--hide-scrollbars",
             "--autoplay-policy=no-user-gesture-required", "--force-device-scale-factor=1"]


class Browser:
    """One page; use it in a `with` statement."""

    def __init__(self, width=1440, height=900):
        driver = shutil.which("chromedriver")
        if driver is None:
            raise FileNotFoundError("chromedriver is not installed: run scripts/setup --browser")
        self.driver = subprocess.Popen([driver, "--port=0"], stdout=subprocess.PIPE, text=True)
        for line in self.driver.stdout:
            if "started successfully on port" in line:
                port = line.split("port ")[1].strip().rstrip(".")
                break
        self.base = f"http://127.0.0.1:{port}/session"
        options = {"args": ARGUMENTS + [f"--window-size={width},{height}"]}
        asked = {"goog:chromeOptions": options, "timeouts": {"script": 300_000}}
        session = self.send("POST", "", {"capabilities": {"alwaysMatch": asked}})
        self.base += "/" + session["sessionId"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.send("DELETE", "")
        self.driver.kill()

    def send(self, method, path, body=None):
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self.base + path, data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=400) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from None

    def open(self, url):
        self.send("POST", "/url", {"url": url})

    def run(self, body, *given):
        """The value that the body of an asynchronous function returns in the page."""
        script = ("const done = arguments[arguments.length - 1], given = [...arguments];"
                  f"(async () => {{ {body} }})().then(value => done({{value}}),"
                  " error => done({error: String(error.stack || error)}))")
        answer = self.send("POST", "/execute/async", {"script": script, "args": list(given)})
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer.get("value")

    def wait(self, expression, seconds=60):
        end = time.time() + seconds
        while not self.run(f"return Boolean({expression})"):
            if time.time() > end:
                raise TimeoutError(expression)
            time.sleep(0.02)

    def drag(self, points, seconds):
        """Presses the pointer at the first point, moves it over the others, lets it go."""
        each = int(seconds * 1000 / max(len(points) - 1, 1))
        move = lambda point, time: {"type": "pointerMove", "duration": time, "origin": "viewport",
                                    "x": round(point[0]), "y": round(point[1])}
        actions = [move(points[0], 0), {"type": "pointerDown", "button": 0}]
        actions += [move(point, each) for point in points[1:]]
        actions.append({"type": "pointerUp", "button": 0})
        self.send("POST", "/actions",
                  {"actions": [{"type": "pointer", "id": "mouse", "actions": actions}]})
