// Adds copy buttons, a filter, sorting, and a form with suggestions. All pages work without it.
(() => {
    "use strict";

    function make(tag, className, text) {
        var element = document.createElement(tag);
        element.className = className;
        element.textContent = text;
        return element;
    }

    var note = make("div", "note", "");
    var timer = 0;
    note.setAttribute("role", "status");
    document.body.append(note);

    function tell(text) {
        note.textContent = text;
        clearTimeout(timer);
        timer = setTimeout(() => {
            note.textContent = "";
        }, 4000);
    }

    function copy(text) {
        if (navigator.clipboard && window.isSecureContext) {
            return navigator.clipboard.writeText(text);
        }
        // Browsers offer the clipboard only to secure contexts (HTTPS).
        var field = make("textarea", "unseen", text);
        document.body.append(field);
        field.select();
        var done = document.execCommand("copy");
        field.remove();
        return done ? Promise.resolve() : Promise.reject(new Error("not copied"));
    }

    function showCopyButtons(root) {
        root.querySelectorAll("[data-copy]").forEach((button) => {
            button.hidden = false;
        });
    }

    document.addEventListener("click", (event) => {
        var button = event.target.closest("[data-copy]");
        if (button) {
            copy(button.dataset.copy).then(
                () => {
                    tell(button.dataset.done);
                },
                () => {
                    getSelection().selectAllChildren(button.parentElement.querySelector("a"));
                    tell(button.dataset.failed);
                },
            );
        }
    });

    function plain(text) {
        return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
    }

    function list(tools) {
        var field = tools.querySelector("input");
        var order = tools.querySelector("select");
        var count = tools.querySelector(".count");
        var all = count.textContent;
        var lines = Array.from(document.querySelectorAll(".feed"), (line, place) => {
            var time = line.querySelector("time");
            return {
                line: line,
                place: place,
                name: plain(line.querySelector("a").textContent),
                posts: Number((line.querySelector(".number") || line).textContent) || 0,
                newest: time ? time.dateTime : "",
            };
        });
        field.addEventListener("input", () => {
            var query = plain(field.value);
            var shown = 0;
            lines.forEach((entry) => {
                entry.line.hidden = !entry.name.includes(query);
                shown += entry.line.hidden ? 0 : 1;
            });
            document.querySelectorAll("[data-group]").forEach((group) => {
                group.hidden = group.querySelector(".feed:not([hidden])") === null;
            });
            document.body.classList.toggle("filtered", query !== "");
            count.textContent = query === "" ? all : count.dataset.text.replace("{0}", shown);
        });
        order.addEventListener("change", () => {
            var key = order.value;
            document.body.classList.toggle("by-newest", key === "newest");
            lines.sort((a, b) => {
                var more = key === "posts" ? b.posts - a.posts : b.newest.localeCompare(a.newest);
                return (key === "name" ? 0 : more) || a.place - b.place;
            });
            lines.forEach((entry) => {
                entry.line.parentElement.append(entry.line);
            });
        });
        tools.hidden = false;
    }

    /** Replaces the fields of a choice by one field and a list of chosen names. */
    function choose(form, box, changed) {
        var options = Array.from(form.querySelectorAll("option"));
        var fields = Array.from(box.querySelectorAll("input"));
        var field = fields[0];
        var chosen = make("ul", "chips", "");

        function add(name) {
            var item = make("li", "", "");
            var button = make("button", "chip", name + " ×");
            var value = make("input", "", "");
            button.type = "button";
            button.setAttribute("aria-label", form.dataset.remove.replace("{0}", name));
            button.addEventListener("click", () => {
                item.remove();
                field.focus();
                changed();
            });
            value.type = "hidden";
            value.name = field.name;
            value.value = name;
            item.append(button, value);
            chosen.append(item);
        }

        function take() {
            var typed = plain(field.value);
            var found = options.find((option) => plain(option.value) === typed);
            if (!found) {
                return false;
            }
            field.value = "";
            add(found.value);
            changed();
            return true;
        }

        fields.forEach((filled) => {
            if (filled.value) {
                add(filled.value);
            }
            filled.value = "";
        });
        fields.slice(1).forEach((other) => {
            other.remove();
        });
        box.before(chosen);
        field.addEventListener("change", take);
        field.addEventListener("input", (event) => {
            // The browser inserts a suggestion that was chosen.
            if (!event.inputType || event.inputType === "insertReplacementText") {
                take();
            }
        });
        field.addEventListener("keydown", (event) => {
            if (event.key === "Enter" && field.value && take()) {
                event.preventDefault();
            }
        });
    }

    function combine(form) {
        var result = form.querySelector(".result");
        var request = 0;

        function preview() {
            var chosen = form.querySelectorAll("li input");
            var current = ++request;
            if (chosen.length === 0) {
                result.replaceChildren();
                return;
            }
            var query = new URLSearchParams(new FormData(form));
            fetch(location.pathname + "?" + query)
                .then((response) => {
                    return response.text();
                })
                .then((html) => {
                    if (current === request) {
                        show(new DOMParser().parseFromString(html, "text/html"));
                    }
                })
                .catch(() => {
                    result.replaceChildren();
                });
        }

        function show(page) {
            var problem = page.querySelector(".problem");
            page.querySelectorAll(".problem a").forEach((link) => {
                link.remove();
            });
            var parts = problem ? [problem] : [page.querySelector("h1"), page.querySelector(".facts"), page.querySelector(".address")];
            result.replaceChildren(
                ...parts.map((part) => {
                    var shown = part.tagName === "H1" || problem ? make("p", "name", part.textContent.trim()) : part;
                    return document.importNode(shown, true);
                }),
            );
            result.querySelectorAll("button").forEach((button) => {
                button.setAttribute("aria-describedby", result.id);
            });
            showCopyButtons(result);
        }

        form.querySelectorAll(".choices").forEach((box) => {
            choose(form, box, preview);
        });
        form.querySelectorAll("[type=radio]").forEach((button) => {
            button.addEventListener("change", preview);
        });
    }

    showCopyButtons(document);
    document.querySelectorAll(".tools").forEach(list);
    document.querySelectorAll(".combine").forEach(combine);
})();
