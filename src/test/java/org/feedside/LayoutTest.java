package org.feedside;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The three rules of the layout: one direction, one package for each library, files and clocks only at the edges. */
class LayoutTest {
    /** The stages, in the order in which data moves. A stage may use those before it. */
    private static final List<String> STAGES = List.of(
            "diagnostics",
            "disk",
            "toml",
            "config",
            "slugs",
            "content",
            "markup",
            "site",
            "feeds",
            "formats",
            "state",
            "moving",
            "publishing",
            "pages",
            "pinging",
            "discovery",
            "refreshing",
            "http",
            "setup",
            "doctor",
            "operating",
            "templates",
            "cli");

    /** What the build makes of the templates: named by no class of ours, and written in terms of the library. */
    private static final String GENERATED = "templates";

    private static final Map<String, String> LIBRARIES = new TreeMap<>(Map.ofEntries(
            Map.entry("org.tomlj..", "toml"),
            Map.entry("org.snakeyaml..", "content"),
            Map.entry("net.gcardone..", "slugs"),
            Map.entry("net.fellbaum..", "slugs"),
            Map.entry("org.commonmark..", "markup.dialect"),
            Map.entry("org.jsoup..", "markup"),
            Map.entry("com.rometools..", "formats"),
            Map.entry("org.jdom2..", "formats"),
            Map.entry("tools.jackson..", "formats"),
            Map.entry("org.h2..", "state"),
            Map.entry("com.aayushatharva..", "publishing"),
            Map.entry("com.github.benmanes..", "publishing"),
            Map.entry("gg.jte..", "pages"),
            Map.entry("io.micrometer..", "operating"),
            Map.entry("io.javalin..", "http"),
            Map.entry("org.eclipse.jetty..", "http"),
            Map.entry("picocli..", "cli")));

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.feedside");

    private static String packageOf(String stage) {
        return "org.feedside." + stage + "..";
    }

    @Test
    void data_moves_one_way() {
        for (int i = 0; i < STAGES.size(); i++) {
            for (var later : STAGES.subList(i + 1, STAGES.size())) {
                noClasses()
                        .that()
                        .resideInAPackage(packageOf(STAGES.get(i)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(packageOf(later))
                        .check(OURS);
            }
        }
        noClasses()
                .that()
                .resideInAPackage(packageOf("http"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packageOf("refreshing"), packageOf("pinging"))
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage(packageOf("refreshing"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packageOf("pinging"))
                .check(OURS);
        slices().matching("org.feedside.(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void every_package_is_a_stage() {
        noClasses()
                .that()
                .resideInAPackage("org.feedside..")
                .should()
                .resideOutsideOfPackages(
                        STAGES.stream().map(LayoutTest::packageOf).toArray(String[]::new))
                .check(OURS);
    }

    @Test
    void a_library_is_used_in_one_package() {
        LIBRARIES.forEach((library, stage) -> noClasses()
                .that(not(resideInAnyPackage(packageOf(stage), packageOf(GENERATED))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(OURS));
    }

    @Test
    void only_edges_touch_files_and_clocks() {
        noClasses()
                .that(not(resideInAPackage(packageOf("disk"))))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Files")
                .check(OURS);
        noClasses()
                .that(not(resideInAPackage(packageOf("cli"))))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .check(OURS);
    }
}
