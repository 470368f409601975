// Makes the pages handier; each works without.
(function () {
    "use strict";

    var status = document.createElement("div");
    status.className = "unseen";
    status.setAttribute("role", "status");
    document.body.append(status);

    function copied(text) {
        if (navigator.clipboard && window.isSecureContext) {
            return navigator.clipboard.writeText(text);
        }
        // Only pages that came by https may use the clipboard directly.
        var field = document.createElement("textarea");
        field.value = text;
        field.className = "unseen";
        document.body.append(field);
        field.select();
        var done = document.execCommand("copy");
        field.remove();
        return done ? Promise.resolve() : Promise.reject(new Error("not copied"));
    }

    function copyButton(place) {
        var button = document.createElement("button");
        var word = document.createElement("span");
        var what = document.createElement("span");
        button.type = "button";
        button.className = "copy";
        word.textContent = "Copy";
        what.className = "unseen";
        what.textContent = " " + place.dataset.what;
        button.append(word, what);
        var later = 0;
        function say(text, announcement) {
            word.textContent = text;
            status.textContent = announcement;
            clearTimeout(later);
            later = setTimeout(function () {
                word.textContent = "Copy";
                status.textContent = "";
            }, 4000);
        }
        button.addEventListener("click", function () {
            copied(place.dataset.copy).then(
                function () {
                    say("Copied", "Copied " + place.dataset.what);
                },
                function () {
                    say("Not copied", "The browser does not allow to copy. Select the address instead.");
                },
            );
        });
        return button;
    }

    document.querySelectorAll("[data-copy]").forEach(function (place) {
        place.append(copyButton(place));
    });

    function plain(text) {
        return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
    }

    function filter(place) {
        var label = document.createElement("label");
        var field = document.createElement("input");
        var count = document.createElement("p");
        var lines = Array.from(document.querySelectorAll("[data-name]"), function (line) {
            return { line: line, name: plain(line.dataset.name) };
        });
        label.htmlFor = field.id = "filter";
        label.textContent = "Find a feed by its name";
        field.type = "search";
        field.autocomplete = "off";
        field.spellcheck = false;
        count.setAttribute("role", "status");
        count.className = "count";
        place.append(label, field, count);
        field.addEventListener("input", function () {
            var wanted = plain(field.value);
            var shown = 0;
            lines.forEach(function (entry) {
                entry.line.hidden = !entry.name.includes(wanted);
                shown += entry.line.hidden ? 0 : 1;
            });
            document.querySelectorAll("[data-group]").forEach(function (group) {
                group.hidden = group.querySelector("[data-name]:not([hidden])") === null;
            });
            count.textContent = wanted === "" ? "" : shown + " of " + lines.length + " feeds";
        });
        place.hidden = false;
    }

    document.querySelectorAll("[data-filter]").forEach(filter);
})();
