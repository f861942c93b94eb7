package unroll.app.view.trajectories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.app.chart.Ink;
import unroll.app.chart.PlaneData;
import unroll.engine.probe.Replica;

class AnswersTest {
    private static Replica.Wanted answer(float[][] target, float... weights) {
        float[][] weight = new float[weights.length][1];
        for (int t = 0; t < weights.length; t++) {
            weight[t][0] = weights[t];
        }
        return new Replica.Wanted(target, weight);
    }

    @Test
    void theAnswerIsTheClassThatTheStepsWhichCountWant() {
        float[][] target = {{1, 0, 0}, {0, 0, 1}, {0, 0, 1}};
        assertThat(TrajectoriesProbe.answer(answer(target, 0, 0, 1))).isEqualTo(2);
        assertThat(TrajectoriesProbe.answer(answer(target, 0, 1, 1))).isEqualTo(2);
        assertThat(TrajectoriesProbe.answer(answer(target, 1, 0, 1)))
                .as("two classes")
                .isEqualTo(-1);
        assertThat(TrajectoriesProbe.answer(answer(target, 0, 0, 0))).as("none").isEqualTo(-1);
    }

    @Test
    void sequencesAreChosenEvenlyOverTheAnswers() {
        List<Integer> answers = List.of(0, 0, 0, 0, 1, 0, 2, 0, 1, 0, 0, 2);
        assertThat(TrajectoriesProbe.evenly(answers, 3)).containsExactly(0, 4, 6);
        assertThat(TrajectoriesProbe.evenly(answers, 6)).containsExactly(0, 1, 4, 6, 8, 11);
        assertThat(TrajectoriesProbe.evenly(answers, 8))
                .as("then what there is")
                .containsExactly(0, 1, 2, 3, 4, 6, 8, 11);
        assertThat(TrajectoriesProbe.evenly(List.of(-1, -1, -1, -1), 3))
                .as("no answers: the first")
                .containsExactly(0, 1, 2);
        assertThat(TrajectoriesProbe.evenly(answers, 100)).hasSize(12);
    }

    @Test
    void trajectoriesHaveTheColourOfTheirAnswer() {
        double[] line = {0.1, 0.2};
        List<Trajectories.Projected> lines = List.of(
                new Trajectories.Projected(4, line, line, 0),
                new Trajectories.Projected(7, line, line, 2),
                new Trajectories.Projected(9, line, line, 2));
        Trajectories.Axes axes = Trajectories.NONE.axes();
        Trajectories told = new Trajectories(3, axes, lines, List.of("XX", "XY", "YX"));
        assertThat(TrajectoriesCard.drawn(told, 1, 4).traces())
                .extracting(PlaneData.Trace::ink)
                .containsExactly(Ink.THIRD, Ink.THIRD, Ink.THIRD, Ink.THIRD, Ink.MAIN, Ink.MAIN);
        assertThat(TrajectoriesCard.told(told))
                .as("no colour is named that is not drawn")
                .containsExactly(new TrajectoriesCard.Told("XX", Ink.MAIN), new TrajectoriesCard.Told("YX", Ink.THIRD));
        assertThat(TrajectoriesCard.drawn(
                                new Trajectories(3, axes, lines, List.of("a", "b", "c", "d", "e", "f", "g", "h")), 1, 4)
                        .traces())
                .as("more answers than colours")
                .extracting(PlaneData.Trace::ink)
                .containsExactly(Ink.FAINT, Ink.FAINT, Ink.QUIET, Ink.QUIET, Ink.MAIN, Ink.MAIN);
    }
}
