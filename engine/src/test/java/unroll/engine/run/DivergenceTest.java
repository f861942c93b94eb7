package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivergenceTest {
    @ParameterizedTest(name = "time step {0} of update {1}, {2} taken back")
    @CsvSource({"1,1,0", "47,528,1", "1000,3204,3"})
    void theSentenceNamesTheTimeStepAndIsUnderstood(int step, long update, long takenBack) {
        String told = new Divergence(update, "hidden state h", step, takenBack).sentence();
        assertThat(told).contains("is not finite from time step " + step);
        assertThat(Divergence.stepToldBy(told)).hasValue(step);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Update 3 was not made: the loss is not finite; lower the learning rate or clip the gradient, then go"
                        + " on.",
                "The disk is full from time step 3 on.",
                "''"
            })
    void whereNoTimeStepIsNamedThereIsNone(String told) {
        assertThat(Divergence.stepToldBy(told)).isEmpty();
    }
}
