package unroll.app.view.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.app.chart.Matrix;
import unroll.engine.experiment.Experiment;
import unroll.engine.model.Layout.Slot;
import unroll.engine.probe.Probe;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Trainer;
import unroll.engine.setting.SettingsJson;

/** The weights between pictures and units, asked of networks of every family as they stand at first. */
class FieldsProbeTest {
    private static final int SIZE = 6;
    private static final int PIXELS = SIZE * SIZE;

    @TempDir
    Path runs;

    private <A> A ask(String model, Probe<A> probe) throws Exception {
        Experiment experiment = SettingsJson.read(Experiment.class, """
            {"name": "Fields", "task": {"kind": "bouncing-balls", "balls": 1, "resolution": 6, "length": 20, "radius": 1.2},
             "model": %s, "training": {"batch": 1, "updates": 10, "testSequences": 1}, "backend": {"threads": 1}}
            """.formatted(model.replace('\'', '"')), "test");
        CompletableFuture<A> answered = new CompletableFuture<>();
        try (Trainer trainer = new Trainer(experiment, RunFolder.planned(runs, experiment), snapshot -> {})) {
            trainer.watch(
                    replica -> {
                        try {
                            return probe.answer(replica);
                        } catch (RuntimeException e) {
                            answered.completeExceptionally(e);
                            throw e;
                        }
                    },
                    answered::complete);
            return answered.get(60, TimeUnit.SECONDS);
        }
    }

    /** Each as "name from or to units/between[*]", with a star where the units are those that other views show. */
    private static String told(FieldPart part) {
        return part.weights().name()
                + (part.sent() ? " to " : " from ")
                + part.units()
                + part.between().map(slot -> "/" + slot.name()).orElse("")
                + (part.shown() ? "*" : "");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind': 'rbm', 'hidden': 7}                             | W from 7*",
                "{'kind': 'rtrbm', 'hidden': 7}                           | W from 7/W_hh*, W_vh to 7/W_hh*",
                "{'kind': 'rtrbm', 'hidden': 36, 'direct': false}         | W from 36/W_hh*",
                "{'kind': 'rnn-rbm', 'memory': 5, 'hidden': 7}            | W from 7, W_uv from 5/W_uu*, W_vu to"
                        + " 5/W_uu*",
                "{'kind': 'rnn-rbm', 'memory': 7, 'hidden': 7}            | W from 7, W_uv from 7/W_uu*, W_vu to"
                        + " 7/W_uu*",
                "{'kind': 'rnn-rbm', 'memory': 7, 'hidden': 36}           | W from 36, W_uv from 7/W_uu*",
                "{'kind': 'rnn', 'hidden': 9}                             | W_hv from 9/W_hh*, W_oh to 9/W_hh*",
                "{'kind': 'rnn', 'hidden': 36}                            | W_hv from 36/W_hh*, W_oh to 36/W_hh*",
                "{'kind': 'gru', 'hidden': 4}                             | W_x[0] from 4/W_h[0]*, W_x[1] from"
                        + " 4/W_h[1]*, W_x[2] from 4/W_h[2]*, W_o to 4/W_h[2]*",
                "{'kind': 'deep-rnn', 'hidden': 5, 'layers': 2, 'skips': false} | W_hv[0] from 5/W_hh[0], W_oh to"
                        + " 5/W_hh[1]"
            })
    void everyFamilyHasItsFieldsAndTheWeightsBetweenTheSameUnits(String model, String expected) throws Exception {
        Fields fields = ask(model, new FieldsProbe("", SIZE, SIZE));
        assertThat(String.join(
                        ", ",
                        fields.offered().stream().map(FieldsProbeTest::told).toList()))
                .isEqualTo(expected);
        assertThat(fields.pictures().columns()).isEqualTo(PIXELS);
        assertThat(fields.update()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"W, false", "W_vh, true"})
    void theNumbersAreThoseOfTheNetwork(String part, boolean sent) throws Exception {
        String model = "{'kind': 'rtrbm', 'hidden': 7}";
        Fields fields = ask(model, new FieldsProbe(part, SIZE, SIZE));
        double[] numbers = ask(model, replica -> replica.numbers(slot(replica.parts(), part)));
        double[] between = ask(model, replica -> replica.numbers(slot(replica.parts(), "W_hh")));
        Matrix pictures = fields.pictures();
        for (int unit = 0; unit < 7; unit++) {
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                assertThat(pictures.at(unit, pixel))
                        .as("unit %d, pixel %d", unit, pixel)
                        .isEqualTo((float) numbers[sent ? pixel * 7 + unit : unit * PIXELS + pixel]);
            }
            for (int from = 0; from < 7; from++) {
                assertThat(fields.between().at(unit, from)).isEqualTo((float) between[unit * 7 + from]);
            }
        }
    }

    private static Slot slot(List<Slot> parts, String name) {
        return parts.stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTaskWithoutPicturesHasNone() throws Exception {
        assertThat(ask("{'kind': 'rnn', 'hidden': 9}", new FieldsProbe("W_hv", 0, 0)))
                .isEqualTo(Fields.NONE);
    }
}
