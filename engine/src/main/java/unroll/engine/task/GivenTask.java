package unroll.engine.task;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import unroll.engine.baseline.Chance;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;

/** Draws given sequences in turn, in training as in tests, so that a batch of as many holds each once. */
final class GivenTask implements Puzzle {
    private final List<double[][]> given;
    private final List<double[][]> asked;
    private final int steps;
    private final int outputs;
    private final Loss loss;

    /**
     * A task of these sequences.
     *
     * @param given inputs {@code [T][I]} of each
     * @param asked targets {@code [T][O]} of each, not a number in a step that does not count
     * @param length that each has at least
     */
    GivenTask(List<double[][]> given, List<double[][]> asked, int length, Loss loss) {
        this.given = List.copyOf(given);
        this.asked = List.copyOf(asked);
        this.loss = loss;
        steps = Math.max(
                length, given.stream().mapToInt(each -> each.length).max().orElseThrow());
        outputs = asked.stream()
                .flatMap(Arrays::stream)
                .mapToInt(step -> step.length)
                .max()
                .orElseThrow();
    }

    @Override
    public int inputs() {
        return given.getFirst()[0].length;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public int steps() {
        return steps;
    }

    @Override
    public Loss loss() {
        return loss;
    }

    @Override
    public int testSequences(int wanted) {
        return Math.min(wanted, given.size());
    }

    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        int number = (int) Math.floorMod(random.index(), (long) given.size());
        double[][] inputs = given.get(number);
        double[][] targets = asked.get(number);
        for (int t = 0; t < inputs.length; t++) {
            System.arraycopy(inputs[t], 0, batch.input(), batch.inputAt(t, b), inputs());
            if (!Double.isNaN(targets[t][0])) {
                System.arraycopy(targets[t], 0, batch.target(), batch.targetAt(t, b), outputs);
                batch.weight()[batch.weightAt(t, b)] = 1;
            }
        }
    }

    /** The mean of all answers, at every step: with one for each step chance would know a single sequence by heart. */
    @Override
    public Chance chance() {
        double[] mean = new double[outputs];
        int counted = 0;
        for (double[][] targets : asked) {
            for (double[] step : targets) {
                if (!Double.isNaN(step[0])) {
                    counted++;
                    for (int o = 0; o < outputs; o++) {
                        mean[o] += (step[o] - mean[o]) / counted;
                    }
                }
            }
        }
        return Chance.always(steps, mean);
    }

    @Override
    public Appearance appearance() {
        List<String> received = names("input", inputs());
        return loss == Loss.SOFTMAX
                ? new Appearance.Classes(received, names("class", outputs))
                : new Appearance.NamedNumbers(received, names("output", outputs));
    }

    private static List<String> names(String word, int count) {
        return count == 1
                ? List.of(word)
                : IntStream.rangeClosed(1, count).mapToObj(i -> word + " " + i).toList();
    }
}
