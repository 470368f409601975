// Updates the operator's status page in place, so that focus, scrolling and open details stay. The page works without it.
(() => {
    "use strict";

    var PERIOD_MS = 30000;
    var updated = new Date();

    var live = document.createElement("input");
    live.type = "checkbox";
    live.checked = true;
    var label = document.createElement("label");
    label.append(live, "Update this page every 30 seconds");
    document.querySelector("footer").append(label);

    function key(element) {
        return element.nodeName + element.getAttribute("aria-labelledby");
    }

    function update(old, now) {
        if (old.isEqualNode(now)) {
            return;
        }
        Array.from(now.attributes).forEach((attribute) => {
            old.setAttribute(attribute.name, attribute.value);
        });
        var hasText = Array.from(now.childNodes).some((child) => {
            return child.nodeType === Node.TEXT_NODE && child.data.trim() !== "";
        });
        if (hasText) {
            old.replaceChildren(...now.childNodes);
            return;
        }
        var place = old.firstElementChild;
        function removeUntil(end) {
            while (place !== end) {
                var next = place.nextElementSibling;
                place.remove();
                place = next;
            }
        }
        Array.from(now.children).forEach((child) => {
            var match = place;
            while (match && key(match) !== key(child)) {
                match = match.nextElementSibling;
            }
            if (match) {
                removeUntil(match);
                update(match, child);
                place = match.nextElementSibling;
            } else {
                old.insertBefore(child, place);
            }
        });
        removeUntil(null);
    }

    function show(text) {
        var page = new DOMParser().parseFromString(text, "text/html");
        if (!page.querySelector(".state")) {
            throw new Error("not a status page");
        }
        ["title", "link[rel=icon]", "header", "main"].forEach((part) => {
            update(document.querySelector(part), page.querySelector(part));
        });
        updated = new Date();
    }

    function showFailure() {
        var state = document.querySelector(".state");
        state.className = "state degraded";
        state.querySelector("h1").textContent = "not responding";
        state.querySelector("h1 ~ p").textContent = "The values below are of " + updated.toLocaleTimeString() + ".";
        document.title = "not responding · Feedside";
        document.querySelector("link[rel=icon]").setAttribute("href", "data:,");
    }

    function next() {
        setTimeout(() => {
            if (!live.checked) {
                next();
                return;
            }
            fetch("status", { signal: AbortSignal.timeout(PERIOD_MS) })
                .then((response) => {
                    return response.text();
                })
                .then(show)
                .catch(showFailure)
                .finally(next);
        }, PERIOD_MS);
    }
    next();
})();
