package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.feedside.testing.InstalledPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

/** The completion scripts for bash, zsh and fish. */
class CompletionTest extends CommandRun {
    /** The typed words, and the only completion of the last one. */
    private static final String OFFERS = """
            feedside ser                | serve
            feedside build --fee        | --feeds
            feedside serve --feeds a-f  | a-file
            feedside check a-f          | a-file
            feedside completion f       | fish
            """;

    private static final String BASH_CALLS = """
            . "$0"
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            COMP_LINE="$*"
            COMP_POINT=${#COMP_LINE}
            "$(complete -p feedside | sed 's/.* -F \\([^ ]*\\) .*/\\1/')"
            printf '%s\\n' "${COMPREPLY[@]}"
            """;
    private static final String FISH_CALLS = "source $argv[1]; complete -C $argv[2]";

    private Path script(String shell) throws IOException {
        assertThat(feedside("completion", shell)).isZero();
        var script = site.resolve("script");
        Files.writeString(script, out.toString());
        Files.createFile(site.resolve("a-file"));
        return script;
    }

    private List<String> lines(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(site.toFile());
        builder.environment().put("HOME", site.toString());
        var process = builder.start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return lines;
    }

    private static void assume(String shell) {
        assumeTrue(InstalledPrograms.find(shell).isPresent(), "there is no " + shell);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = OFFERS)
    void bash_offers_commands_options_files_and_values(String typed, String offered) throws Exception {
        assume("bash");
        var command =
                new ArrayList<>(List.of("bash", "-c", BASH_CALLS, script("bash").toString()));
        command.addAll(List.of(typed.split(" ")));

        assertThat(lines(command.toArray(String[]::new))).containsExactly(offered);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = OFFERS)
    void fish_offers_commands_options_files_and_values(String typed, String offered) throws Exception {
        assume("fish");

        var offers =
                lines("fish", "--no-config", "-c", FISH_CALLS, script("fish").toString(), typed);

        assertThat(offers.stream().map(line -> line.replaceFirst("\t.*", ""))).containsExactly(offered);
    }

    @Test
    void zsh_loads_its_script() throws Exception {
        assume("zsh");
        Files.move(script("zsh"), site.resolve("_feedside"));

        var lines = lines(
                "zsh",
                "-f",
                "-c",
                "fpath=($1 $fpath); autoload -Uz compinit; compinit -D -u; print $_comps[feedside]; autoload +X _feedside && print read",
                "zsh",
                site.toString());

        assertThat(lines).containsExactly("_feedside", "read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void every_command_and_option_is_completed_in_every_shell(String shell) {
        feedside("completion", shell);

        assertNamed(CommandSpec.forAnnotatedObject(new Feedside()));
    }

    private void assertNamed(CommandSpec command) {
        command.options()
                .forEach(option -> assertThat(out.toString())
                        .containsPattern("\\b" + option.longestName().replaceFirst("^--", "") + "\\b"));
        command.subcommands().values().forEach(subcommand -> {
            assertThat(out.toString()).containsPattern("\\b" + subcommand.getCommandName() + "\\b");
            assertNamed(subcommand.getCommandSpec());
        });
    }

    @Test
    void an_unknown_shell_is_reported_with_the_known_ones() {
        assertThat(feedside("completion", "tcsh")).isEqualTo(2);

        assertThat(err.toString()).contains("There is no completion for `tcsh`, only for bash, zsh, fish");
    }
}
