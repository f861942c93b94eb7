package unroll.app.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.sequence.Batch;
import unroll.engine.task.Appearance;

/** Characters as text. */
record TextPortrayal(Appearance.Characters text) implements Portrayal {
    @Override
    public Passage depict(SequenceAnswer answer, int freeRunFrom) {
        int steps = answer.target().length;
        int[] truth = new int[steps];
        int[] prediction = new int[steps];
        float[] probability = new float[steps];
        for (int t = 0; t < steps; t++) {
            int code = largest(answer.target()[t]);
            truth[t] = text.alphabet().get(code);
            prediction[t] = text.alphabet().get(largest(answer.prediction()[t]));
            probability[t] = answer.prediction()[t][code];
        }
        int[] written = Arrays.stream(answer.drawn())
                .mapToInt(symbol -> text.alphabet().get((int) symbol[0]))
                .toArray();
        return new Passage(truth, prediction, probability, written, Math.clamp(freeRunFrom, 1, steps) - 1);
    }

    private static int largest(float[] numbers) {
        int largest = 0;
        for (int i = 1; i < numbers.length; i++) {
            largest = numbers[i] > numbers[largest] ? i : largest;
        }
        return largest;
    }

    /** The beginning of the text. */
    @Override
    public Supplier<Region> card(Batch batch) {
        StringBuilder words = new StringBuilder();
        for (float[] code : Inputs.of(batch)) {
            words.appendCodePoint(text.alphabet().get((int) code[0]));
        }
        return () -> {
            Label label = new Label(words.toString());
            label.getStyleClass().add("thumbnail-words");
            label.setWrapText(true);
            return label;
        };
    }

    @Override
    public List<String> inputNames() {
        return text.alphabet().stream()
                .map(code -> blank(code, Character.toString(code)))
                .toList();
    }

    @Override
    public List<String> outputNames() {
        return inputNames();
    }

    /** The characters that are received: those that are predicted are the next of the same. */
    @Override
    public NamedSignals signals() {
        return NamedSignals.ofInputs(text.alphabet().stream()
                .map(code -> blank(code, "\u201c" + Character.toString(code) + "\u201d"))
                .toList());
    }

    /** What a character is called of which nothing is seen; other ones as given. */
    private static String blank(int code, String other) {
        return switch (code) {
            case ' ' -> "space";
            case '\n' -> "new line";
            case '\t' -> "tab";
            default -> other;
        };
    }

    /** The middle, since there must be some text to go on from. */
    @Override
    public int freeRunFrom(int steps) {
        return Math.min(steps, Math.max(1, steps / 2));
    }
}
