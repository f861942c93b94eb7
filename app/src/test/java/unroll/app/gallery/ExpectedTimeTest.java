package unroll.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.run.Experiment;
import unroll.engine.setting.SettingsJson;

class ExpectedTimeTest {
    /** A network of 100 units that adds hears 55 steps of 100 sequences: 3.4e8 operations an update, 85 updates a second. */
    @ParameterizedTest(name = "{0} updates on {1} cores take {2}")
    @CsvSource({
        "85, 1, a few seconds",
        "1700, 1, less than a minute",
        "5100, 1, about a minute",
        "5100, 8, a few seconds",
        "30600, 1, about 6 minutes",
        "30600, 2, about 3 minutes",
        "918000, 1, about 3 hours"
    })
    void anEstimateIsInTheUnitThatPeopleWouldChoose(int updates, int cores, String words) {
        Experiment experiment = SettingsJson.read(Experiment.class, """
            {"task": {"kind": "addition", "length": 50}, "model": {"kind": "rnn", "hidden": 100},
             "training": {"batch": 100, "updates": %d}}\
            """.formatted(updates), "test");
        assertThat(new ExpectedTime(cores).words(experiment, experiment.task().open()))
                .isEqualTo(words);
    }
}
