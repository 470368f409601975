package org.feedside.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A site written to a folder, for tests with a browser. */
final class WrittenSite {
    private static final LocalDate FIRST = LocalDate.parse("2024-03-02");

    private static final String AS_WRITTEN = "slugify.taxonomies = 'safe'";

    private final Path folder;
    private int posts;

    private WrittenSite(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** Writes a site in a language, with a title and a description. */
    static WrittenSite in(Path folder, String language, String title, String description, String... more) {
        var site = new WrittenSite(folder);
        site.write("zola.toml", """
                base_url = "https://notes.example.org"
                default_language = "%s"
                title = "%s"
                description = "%s"
                generate_feeds = true
                taxonomies = [{ name = "tags", feed = true }]
                """.formatted(language, title, description) + String.join("\n", more) + "\n");
        return site;
    }

    WrittenSite write(String path, String text) {
        try {
            var file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Writes a post, dated two days after the one before. */
    WrittenSite post(String title, String text, String... tags) {
        var quoted = List.of(tags).stream().map(tag -> '"' + tag + '"').toList();
        return write(
                "content/post-%03d.md".formatted(++posts),
                "+++\ntitle = \"%s\"\ndate = %s\ntaxonomies.tags = %s\n+++\n%s\n"
                        .formatted(title, FIRST.plusDays(2L * posts), quoted, text));
    }

    WrittenSite section(String name, String title) {
        return write("content/" + name + "/_index.md", "+++\n%sgenerate_feeds = true\n+++\n".formatted(title));
    }

    /** A large site: 83 tags, 120 posts. */
    static WrittenSite many(Path folder) {
        var site = in(folder, "en", "The Slow Workshop", "Notes on making things that last, from a bench by the river");
        var tags = new ArrayList<String>();
        for (var what :
                List.of("ash", "beech", "cherry", "elm", "larch", "maple", "oak", "pine", "plum", "walnut", "willow")) {
            for (var how : List.of("bowls", "boxes", "chairs", "joints", "spoons", "tools", "finish")) {
                tags.add(what + " " + how);
            }
        }
        tags.addAll(List.of("sharpening", "books", "visitors", "mistakes", "rust", "C++"));
        var texts = List.of(
                "Some boards tell you at once what they want to be. This one lay in the loft for six winters, and last"
                        + " week, while I was looking for something else, it said: a lid.",
                "A joint that needs glue to hold is a joint that was cut in a hurry. I write this with glue on both hands.",
                "The finish is three thin coats of oil, a week apart, and then nothing at all for a month. Waiting is the"
                        + " part nobody films, and it is where most of the shine comes from.");
        for (int i = 0; i < 120; i++) {
            var tag = tags.get(i % tags.size());
            site.post(
                    "On %s, part %d".formatted(tag, i / tags.size() + 1),
                    texts.get(i % texts.size()),
                    tag,
                    tags.get((i * 7 + 3) % tags.size()),
                    tags.get((i * 3) % 11 + 72));
        }
        site.section("visits", "title = \"Visits\"\n");
        return site.write(
                "content/visits/kiln.md",
                "+++\ntitle = \"The kiln in the woods\"\ndate = 2025-01-04\n+++\nIt smokes.\n");
    }

    /** A small site: 3 tags, a few posts. */
    static WrittenSite few(Path folder) {
        return in(folder, "en", "Tidewater", "Small boats and slow weather")
                .write("feedside.toml", """
                        [feeds.quiet]
                        title = "Quiet days"
                        description = "Everything but the storms"
                        rule = "posts - storms"
                        """)
                .post("A mooring for the winter", "The buoy is in. It took two of us and a kettle.", "boats", "harbour")
                .post("What the glass said", "It fell all night, and then it stopped to look around.", "storms")
                .post("Seven knots that hold", "And one that does not, which is the one everybody ties.", "boats")
                .post("First frost", "The slip is white, and the gulls walk on it like old men.", "harbour");
    }

    /** A site in Japanese. */
    static WrittenSite japanese(Path folder) {
        return in(folder, "ja", "川べりの手帖", "小さな町の暮らしと、ゆっくりした季節のこと", AS_WRITTEN)
                .post("春一番の翌朝", "夜のあいだに風がやんで、橋の上には折れた枝がいくつも落ちていた。川の水は濁っていたが、岸の柳はもう芽吹いている。", "季節", "散歩")
                .post("古い時計を直す", "祖父の柱時計は十年も止まったままだった。油をさし、ほこりを払い、振り子をそっと押してみる。", "道具")
                .post("味噌を仕込む日", "大豆を一晩水につけて、朝から煮る。台所が湯気で白くなるころ、近所の人が樽を持ってやって来た。", "台所", "季節")
                .post("雨の図書館", "雨の日は本の匂いが濃くなる。窓ぎわの席で、地図を一枚ずつ眺めて過ごした。", "散歩", "本");
    }

    /** A site in French, with an accent colour. */
    static WrittenSite french(Path folder) {
        return in(folder, "fr", "Le Carnet du quai", "Petits bateaux et temps lent")
                .write("feedside.toml", "accent = \"#b4235a\"\n")
                .post(
                        "Un corps-mort pour l’hiver",
                        "La bouée est en place. Il a fallu deux personnes et une théière.",
                        "bateaux",
                        "port")
                .post(
                        "Ce que disait le baromètre",
                        "Il est descendu toute la nuit, puis il s’est arrêté pour regarder.",
                        "tempêtes")
                .post(
                        "Sept nœuds qui tiennent",
                        "Et un huitième qui ne tient pas, celui que tout le monde fait.",
                        "bateaux");
    }

    /** A site without posts. */
    static WrittenSite empty(Path folder) {
        return in(folder, "en", "Not Yet", "Something will be here").write("content/_index.md", "+++\n+++\n");
    }

    /** A site in Arabic, written from right to left. */
    static WrittenSite arabic(Path folder) {
        return in(folder, "ar", "دفتر الميناء", "ملاحظات عن القوارب الصغيرة والطقس البطيء", AS_WRITTEN)
                .post(
                        "صباح هادئ في المرسى",
                        "توقفت الريح قبل الفجر، وبقي الماء ساكنا كأنه ينتظر أحدا. أصلحنا الشراع القديم ثم شربنا الشاي.",
                        "قوارب",
                        "طقس")
                .post(
                        "كيف نقرأ الغيوم",
                        "الغيمة التي تأتي من الغرب لا تعني المطر دائما، لكنها تعني أن نربط الحبال مرتين.",
                        "طقس")
                .post(
                        "ورشة النجار",
                        "رائحة الخشب المبلل تملأ المكان، والمنشار لا يتوقف إلا عند الغداء.",
                        "قوارب",
                        "حرف")
                .post("دليل Zola للمبتدئين", "كتبت هذه الصفحة ببرنامج بسيط، وهذه خطواتي واحدة واحدة.", "حرف");
    }

    /** A site with names and texts that are too long, or hard to display. */
    static WrittenSite odd(Path folder) {
        var word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
        return in(folder, "de", "Lange " + word + " und andere Namen, die in keine Zeile passen wollen", "")
                .write("feedside.toml", """
                        [feeds.nothing]
                        title = "Nothing at all"
                        rule = "lang - lang"
                        """)
                .section("ohne-titel", "")
                .write("content/ohne-titel/eins.md", "+++\ndate = 2024-05-05\n+++\n")
                .write("content/ohne-titel/kaputt-" + word + ".md", "+++\ndate = \"nie\"\n+++\n")
                .write("content/ohne-titel/bald.md", "+++\ndate = 2026-06-01\n+++\n")
                .post(word.toLowerCase(Locale.ROOT), word.repeat(4), word, "lang", "<i>kurz</i>")
                .post(
                        "Ein Titel, der so lang ist, dass er auf keinem Telefon in zwei Zeilen passt, und auf breiten"
                                + " Bildschirmen wohl auch nicht in eine, weil er einfach nicht aufhört",
                        "Kurz.",
                        "lang");
    }
}
