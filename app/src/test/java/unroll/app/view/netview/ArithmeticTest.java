package unroll.app.view.netview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.anatomy.Anatomy;
import unroll.engine.anatomy.UnitGroup;
import unroll.engine.experiment.Experiment;
import unroll.engine.perturb.HeldUnit;
import unroll.engine.perturb.Perturbation;
import unroll.engine.probe.AnatomyProbe;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Trainer;
import unroll.engine.setting.SettingsJson;

/** The arithmetic that is written, computed again from its letters alone. */
class ArithmeticTest {
    /** Numbers are written with four figures, some ten of them to a sum. */
    private static final double WRITTEN = 4e-3;

    @TempDir
    Path runs;

    /** What the engine says: its units taken apart, and the hidden states of an ordinary run. */
    private record Both(Anatomy anatomy, float[][] hidden) {}

    private Both ask(String model, List<Perturbation> perturbations) throws Exception {
        Experiment experiment = SettingsJson.read(Experiment.class, """
            {"name": "Sums", "task": {"kind": "addition", "length": 10}, "model": %s,
             "training": {"batch": 1, "updates": 10, "testSequences": 1}, "backend": {"threads": 1}}
            """.formatted(model.replace('\'', '"')), "test");
        CompletableFuture<Both> answered = new CompletableFuture<>();
        try (Trainer trainer = new Trainer(experiment, RunFolder.planned(runs, experiment), snapshot -> {})) {
            trainer.watch(
                    replica -> new Both(
                            new AnatomyProbe(0, perturbations, NetworkProbe.CIRCLES).answer(replica),
                            replica.run(0, Integer.MAX_VALUE, perturbations).hidden()),
                    answered::complete);
            return answered.get(60, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind': 'rnn', 'hidden': 3}",
                "{'kind': 'rnn', 'hidden': 30, 'activation': 'logistic'}",
                "{'kind': 'lstm', 'hidden': 2}",
                "{'kind': 'gru', 'hidden': 3}",
                "{'kind': 'deep-rnn', 'hidden': 3, 'layers': 2}",
                "{'kind': 'designed', 'layers': 'h: relu 2, y: logistic 1', 'connections': 'v > h, h > y, y > h @1, y"
                        + " > o'}"
            })
    void what_is_written_gives_the_value_that_the_engine_computed(String model) throws Exception {
        Both both = ask(model, List.of());
        Anatomy anatomy = both.anatomy();
        int lines = 0;
        for (int step = 0; step < anatomy.steps(); step += 3) {
            for (int layer = 1; layer < anatomy.layers().size(); layer++) {
                UnitGroup units = anatomy.units(anatomy.layers().get(layer));
                for (int unit = 0; unit < Math.min(4, units.shown()); unit++) {
                    List<String> written = Arithmetic.of(anatomy, layer, unit, step);
                    for (String line : written) {
                        agrees(line);
                        lines++;
                    }
                    double value = units.values()[step][unit];
                    assertThat(value(written.getLast())).isCloseTo(value, within(6e-4));
                    if (anatomy.layers().get(layer).units() == anatomy.hidden()) {
                        assertThat((float) value).isEqualTo(both.hidden()[step][unit]);
                    }
                }
            }
        }
        assertThat(lines).isGreaterThan(10);
    }

    private static double value(String line) {
        return Sum.of(line.substring(line.lastIndexOf('=') + 1));
    }

    /** Every side that has no letters of other units gives the same. */
    private static void agrees(String line) {
        double value = value(line);
        String[] sides = line.split(" = ", -1);
        int computed = 0;
        for (int i = 1; i < sides.length; i++) {
            String side = sides[i].replaceAll("\\([a-z]+ beyond \\d+\\)|\\(\\d+ others\\)", "");
            if (!side.matches(".*[a-z]\\d.*|.*[a-z]\\)\\d.*")) {
                assertThat(Sum.of(side)).as(line).isCloseTo(value, within(WRITTEN));
                computed++;
            }
        }
        assertThat(computed).as(line).isGreaterThan(1);
    }

    @Test
    void a_unit_that_is_held_is_said_to_be() throws Exception {
        Both both = ask("{'kind': 'rnn', 'hidden': 3}", List.of(new HeldUnit(2, 1, 5, 0.25)));
        String line = Arithmetic.of(both.anatomy(), 1, 1, 2).getLast();
        assertThat(line).startsWith("h2 = tanh(").endsWith(", but held at 0.250");
        assertThat(Arithmetic.of(both.anatomy(), 1, 0, 2).getLast()).doesNotContain("held");
    }

    @Test
    void numbers_are_short() {
        assertThat(Arrays.asList(20.0, 0.5, -0.303568, 1.0, 12345.6, 4.5e-5, 0.0).stream()
                        .map(Figures::of))
                .containsExactly("20", "0.5", "\u22120.3036", "1", "12350", "4.5e\u22125", "0");
        assertThat(Figures.value(1)).isEqualTo("1.000");
        assertThat(Figures.value(4.5e-5, 1)).isEqualTo("0.000");
        assertThat(Figures.value(4.5e-5, 9e-5)).isEqualTo("4.5e\u22125");
        assertThat(Figures.value(Double.NaN, 1)).isEqualTo("NaN");
    }

    /** Sums and products with brackets and two functions, read from left to right. */
    private static final class Sum {
        private final String text;
        private int at;

        private Sum(String text) {
            this.text = text;
        }

        static double of(String words) {
            Sum sum = new Sum(words.replace("\u2212", "-").replace(",", "").replace(" ", ""));
            double value = sum.sum();
            assertThat(sum.at).as(words).isEqualTo(sum.text.length());
            return value;
        }

        private boolean take(String what) {
            boolean there = text.startsWith(what, at);
            at += there ? what.length() : 0;
            return there;
        }

        private double sum() {
            double sum = take("-") ? -product() : product();
            while (true) {
                if (take("+")) {
                    sum += product();
                } else if (take("-")) {
                    sum -= product();
                } else {
                    return sum;
                }
            }
        }

        private double product() {
            double product = factor();
            while (take("\u00b7")) {
                product *= factor();
            }
            return product;
        }

        private double factor() {
            if (take("tanh")) {
                return Math.tanh(factor());
            }
            if (take("relu")) {
                return Math.max(0, factor());
            }
            if (take("\u03c3")) {
                return 1 / (1 + Math.exp(-factor()));
            }
            if (take("(")) {
                double inside = sum();
                assertThat(take(")")).as(text + " at " + at).isTrue();
                return inside;
            }
            var number =
                    java.util.regex.Pattern.compile("\\d+(\\.\\d+)?(e-?\\d+)?").matcher(text);
            assertThat(number.find(at) && number.start() == at)
                    .as(text + " at " + at)
                    .isTrue();
            at = number.end();
            return Double.parseDouble(number.group());
        }
    }
}
