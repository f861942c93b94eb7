package unroll.app.sequence;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.scene.layout.Region;
import unroll.app.control.Table.Column;

/**
 * A piece of text beside what a network made of it, place by place; all of it in characters (code points) and not to be
 * changed any more.
 *
 * @param truth the text itself
 * @param prediction the most probable character at each place
 * @param probability what each character of the truth was given
 * @param written what the network wrote by itself; as long as the truth, or empty
 * @param writtenFrom the first place, from 0, of what it wrote by itself; before it there is the truth
 */
public record Passage(int[] truth, int[] prediction, float[] probability, int[] written, int writtenFrom)
        implements Depiction {
    /** Nothing to read. */
    public static final Passage EMPTY = new Passage(new int[0], new int[0], new float[0], new int[0], 0);

    public Passage {
        if (prediction.length != truth.length || probability.length != truth.length) {
            throw new IllegalArgumentException("a prediction of " + prediction.length + " characters with "
                    + probability.length + " probabilities does not fit " + truth.length);
        }
        if (written.length != 0 && written.length != truth.length) {
            throw new IllegalArgumentException(written.length + " characters were written beside " + truth.length);
        }
    }

    @Override
    public int steps() {
        return truth.length;
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        if (steps() > 0) {
            columns.add(characters("truth", truth));
            columns.add(characters("prediction", prediction));
            columns.add(Column.of("probability of the truth", probability));
        }
        if (written.length > 0) {
            columns.add(new Column("free run", steps(), i -> i < writtenFrom ? "" : Character.toString(written[i])));
        }
        return columns;
    }

    private static Column characters(String head, int[] characters) {
        return new Column(head, characters.length, i -> Character.toString(characters[i]));
    }

    @Override
    public DepictionView<Passage> view(IntegerProperty time) {
        PassageView view = new PassageView();
        view.timeProperty().bindBidirectional(time);
        view.passageProperty().set(this);
        return new DepictionView<>(Passage.class, view, view.passageProperty()::set);
    }

    /** The place is marked where the network begins to write. */
    @Override
    public Region still() {
        SequenceView view = new SequenceView();
        view.depictionProperty().set(this);
        view.timeProperty().set(writtenFrom);
        return view;
    }
}
