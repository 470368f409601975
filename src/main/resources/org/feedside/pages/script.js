// Adds copy buttons and a filter. All pages work without it.
(function () {
    "use strict";

    var status = document.createElement("div");
    status.className = "unseen";
    status.setAttribute("role", "status");
    document.body.append(status);

    function copy(text) {
        if (navigator.clipboard && window.isSecureContext) {
            return navigator.clipboard.writeText(text);
        }
        // Browsers offer the clipboard only to secure contexts (HTTPS).
        var field = document.createElement("textarea");
        field.value = text;
        field.className = "unseen";
        document.body.append(field);
        field.select();
        var done = document.execCommand("copy");
        field.remove();
        return done ? Promise.resolve() : Promise.reject(new Error("not copied"));
    }

    function copyButton(element) {
        var button = document.createElement("button");
        var label = document.createElement("span");
        var what = document.createElement("span");
        button.type = "button";
        button.className = "copy";
        label.textContent = "Copy";
        what.className = "unseen";
        what.textContent = " " + element.dataset.what;
        button.append(label, what);
        var timer = 0;
        function show(text, announcement) {
            label.textContent = text;
            status.textContent = announcement;
            clearTimeout(timer);
            timer = setTimeout(function () {
                label.textContent = "Copy";
                status.textContent = "";
            }, 4000);
        }
        button.addEventListener("click", function () {
            copy(element.dataset.copy).then(
                function () {
                    show("Copied", "Copied " + element.dataset.what);
                },
                function () {
                    show("Not copied", "The browser did not allow copying. Select the address and copy it.");
                },
            );
        });
        return button;
    }

    document.querySelectorAll("[data-copy]").forEach(function (element) {
        element.append(copyButton(element));
    });

    function plain(text) {
        return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
    }

    function filter(element) {
        var label = document.createElement("label");
        var field = document.createElement("input");
        var count = document.createElement("p");
        var lines = Array.from(document.querySelectorAll("[data-name]"), function (line) {
            return { line: line, name: plain(line.dataset.name) };
        });
        label.htmlFor = field.id = "filter";
        label.textContent = "Find a feed by name";
        field.type = "search";
        field.autocomplete = "off";
        field.spellcheck = false;
        count.setAttribute("role", "status");
        count.className = "count";
        element.append(label, field, count);
        field.addEventListener("input", function () {
            var query = plain(field.value);
            var shown = 0;
            lines.forEach(function (entry) {
                entry.line.hidden = !entry.name.includes(query);
                shown += entry.line.hidden ? 0 : 1;
            });
            document.querySelectorAll("[data-group]").forEach(function (group) {
                group.hidden = group.querySelector("[data-name]:not([hidden])") === null;
            });
            count.textContent = query === "" ? "" : shown + " of " + lines.length + " feeds";
        });
        element.hidden = false;
    }

    document.querySelectorAll("[data-filter]").forEach(filter);
})();
