package org.feedside;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules of the layout: one direction, one package for each library, files and clocks only at the edges. */
class LayoutTest {
    private static final String ROOT = "org.feedside.";

    /** The packages in the order of the data flow, with their sub-packages. A package may use those before it. */
    private static final List<String> STAGES = List.of(
            "base.text",
            "base.diagnostics",
            "base.disk",
            "base.toml",
            "base.slugs",
            "base.retries",
            "config",
            "content",
            "built",
            "markup",
            "site",
            "feeds",
            "formats",
            "publishing.state",
            "publishing",
            "pages",
            "pipeline",
            "refreshing.guards",
            "refreshing.watch",
            "refreshing",
            "http",
            "following",
            "websub",
            "operating",
            "tools",
            "templates",
            "cli");

    /** Compiled from src/main/jte by the build. */
    private static final String GENERATED = "templates";

    private static final Map<String, String> LIBRARIES = new TreeMap<>(Map.ofEntries(
            Map.entry("org.tomlj..", "base.toml"),
            Map.entry("org.snakeyaml..", "content"),
            Map.entry("net.gcardone..", "base.slugs"),
            Map.entry("net.fellbaum..", "base.slugs"),
            Map.entry("org.commonmark..", "markup.dialect"),
            Map.entry("org.jsoup..", "markup"),
            Map.entry("com.rometools..", "formats"),
            Map.entry("org.jdom2..", "formats"),
            Map.entry("tools.jackson..", "formats"),
            Map.entry("org.h2..", "publishing.state"),
            Map.entry("com.aayushatharva..", "publishing"),
            Map.entry("com.github.benmanes..", "publishing"),
            Map.entry("gg.jte..", "pages"),
            Map.entry("io.nayuki..", "pages.qr"),
            Map.entry("io.micrometer..", "operating"),
            Map.entry("io.javalin..", "http.server"),
            Map.entry("org.eclipse.jetty..", "http.[server|direct]"),
            Map.entry("picocli..", "cli")));

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.feedside");

    private static String packageOf(String stage) {
        return ROOT + stage + "..";
    }

    /** The index of the first stage that has the class, -1 if none has. */
    private static int stageOf(JavaClass type) {
        for (int i = 0; i < STAGES.size(); i++) {
            if ((type.getPackageName() + ".").startsWith(ROOT + STAGES.get(i) + ".")) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void data_moves_one_way() {
        assertThat(OURS.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(dependency ->
                                stageOf(dependency.getTargetClass()) > stageOf(dependency.getOriginClass()))
                        .map(Dependency::getDescription))
                .isEmpty();
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void readers_are_answered_without_the_refresher() {
        noClasses()
                .that()
                .resideInAPackage(packageOf("http"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packageOf("refreshing"))
                .check(OURS);
    }

    @Test
    void rules_for_requests_do_not_know_the_server_and_the_fast_path_uses_only_them() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "http")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packageOf("http.[server|direct]"))
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage(packageOf("http.direct"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packageOf("http.server"))
                .check(OURS);
    }

    @Test
    void tools_do_not_use_each_other() {
        slices().matching(ROOT + "tools.(*)..").should().notDependOnEachOther().check(OURS);
    }

    @Test
    void every_package_is_a_stage() {
        assertThat(OURS.stream()
                        .filter(type -> stageOf(type) < 0)
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getName))
                .isEmpty();
    }

    @Test
    void the_root_package_info_lists_the_packages_in_order() throws IOException {
        var map = Files.readString(Path.of("src/main/java/org/feedside/package-info.java"));

        assertThat(Pattern.compile("<li>\\{@code (\\w+)}")
                        .matcher(map)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyElementsOf(STAGES.stream()
                        .map(stage -> stage.replaceFirst("\\..*", ""))
                        .filter(stage -> !stage.equals(GENERATED))
                        .distinct()
                        .toList())
                .hasSizeLessThanOrEqualTo(18);
    }

    @Test
    void a_top_level_type_name_is_used_once() {
        var names = OURS.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));
        names.values().removeIf(types -> types.size() == 1);

        assertThat(names).isEmpty();
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
                .that(not(resideInAPackage(packageOf("base.disk"))))
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
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .check(OURS);
    }
}
