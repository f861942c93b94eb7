package unroll.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

class ExperimentTextTest {
    static List<Experiment> experiments() {
        List<Experiment> all = new ArrayList<>(Examples.all(Path.of("..")));
        OwnExperiment.all().forEach(own -> all.add(own.waiting()));
        all.add(SettingsJson.read(Experiment.class, "{}", "the first values"));
        all.add(SettingsJson.with(Examples.first(), "name", "\u00dcbung \u2013 \u7df4\u7fd2 \"1\"\n\ud83c\udf40"));
        all.add(SettingsJson.with(Examples.first(), "optimiser.learningRate", "0: 0.9, 300: 1e-7"));
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("experiments")
    void every_experiment_comes_back_from_its_text_and_from_its_link(Experiment experiment) {
        String text = ExperimentText.of(experiment);
        String link = ExperimentText.link(experiment);
        assertThat(ExperimentText.read(text, "text")).isEqualTo(experiment);
        assertThat(ExperimentText.read(link, "link")).isEqualTo(experiment);
        assertThat(text).hasSizeLessThan(SettingsJson.write(experiment).length());
        assertThat(link).matches("unroll:[A-Za-z0-9_-]+").hasSizeLessThan(2000);
        assertThat(ExperimentText.isLink(link)).isTrue();
        assertThat(ExperimentText.isLink(text)).isFalse();
    }

    @Test
    void text_and_link_hold_what_differs_alone_and_survive_a_mail() {
        Experiment experiment = SettingsJson.with(
                SettingsJson.read(Experiment.class, "{\"name\": \"Small\"}", ""), "model.hidden", "7");
        assertThat(ExperimentText.of(experiment).replaceAll("\\s", ""))
                .contains("\"name\":\"Small\"", "\"hidden\":7")
                .doesNotContain("seeds", "training", "optimiser", "task");
        String link = ExperimentText.link(experiment);
        String folded = "\n  " + link.replaceAll("(.{20})", "$1\r\n") + " \n";
        assertThat(ExperimentText.read(folded, "mail")).isEqualTo(experiment);
    }

    @Test
    void a_link_that_was_cut_anywhere_is_refused() {
        String link = ExperimentText.link(Examples.first());
        for (int length = "unroll:".length(); length < link.length(); length++) {
            refused(link.substring(0, length), "the link: is not a whole link; copy all of it again");
        }
    }

    @Test
    void a_link_with_one_letter_changed_is_refused_or_means_the_same() {
        String link = ExperimentText.link(Examples.first());
        for (int at = "unroll:".length(); at < link.length(); at++) {
            String wrong = link.substring(0, at) + (link.charAt(at) == 'A' ? 'B' : 'A') + link.substring(at + 1);
            try {
                assertThat(ExperimentText.read(wrong, "the link"))
                        .isEqualTo(Examples.first()); // unused bits of the end
            } catch (SettingsException e) {
                assertThat(e).hasMessageStartingWith("the link: ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unroll:",
                "unroll:%%%",
                "unroll:a+b/c==",
                "unroll:eJw",
                "unroll:\u00fcber",
                "unroll://example.org/experiment"
            })
    void what_is_in_no_alphabet_of_links_is_refused(String text) {
        refused(text, "the link: is not a whole link; copy all of it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "null", "[1, 2]", "42", "https://example.org", "train {\"name\": \"x\"}"})
    void what_is_no_experiment_is_refused_in_one_sentence(String text) {
        refused(text, "the link: holds no experiment, which begins with a brace { as text and with unroll: as a link");
    }

    @Test
    void a_wrong_setting_is_named() {
        refused(
                "{\"model\": {\"kind\": \"rnn\", \"hiden\": 3}}",
                "the link: model.hiden: unknown name; did you mean 'hidden'?");
    }

    @Test
    void what_unfolds_to_more_than_an_experiment_is_not_unfolded() {
        refused(link(new byte[1 << 26]), "the link: is a link with more in it than an experiment has");
        refused("{" + " ".repeat(1 << 20) + "}", "the link: is too long a text for an experiment");
        refused("unroll:" + "A".repeat(1 << 20), "the link: is too long a text for an experiment");
    }

    @Test
    void what_is_deep_is_refused() {
        for (String open : List.of("[", "{\"task\":")) {
            String deep = "{\"name\": " + open.repeat(30_000);
            Stream.of(deep, link(deep.getBytes(StandardCharsets.UTF_8)))
                    .forEach(text -> assertThatThrownBy(() -> ExperimentText.read(text, "the link"))
                            .isInstanceOf(SettingsException.class)
                            .hasMessageStartingWith("the link: "));
        }
    }

    private static void refused(String text, String sentence) {
        assertThatThrownBy(() -> ExperimentText.read(text, "the link"))
                .isInstanceOf(SettingsException.class)
                .hasMessage(sentence);
    }

    private static String link(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return "unroll:" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }
}
