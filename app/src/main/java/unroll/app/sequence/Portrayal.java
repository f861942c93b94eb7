package unroll.app.sequence;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.sequence.Batch;
import unroll.engine.task.Appearance;

/** How the window shows a task: its sequences, its card in the gallery, and what its inputs and outputs are called. */
public interface Portrayal {
    /** That of a task with such an appearance. */
    static Portrayal of(Appearance appearance) {
        return switch (appearance) {
            case Appearance.Picture picture -> new PicturePortrayal(picture);
            case Appearance.NamedNumbers series -> new SeriesPortrayal(series);
            case Appearance.StickFigure figure -> new StickFigurePortrayal(figure);
            case Appearance.Controlled controlled -> new ControlledPortrayal(controlled);
            case Appearance.Classes classes -> new ClassesPortrayal(classes);
            case Appearance.Characters text -> new TextPortrayal(text);
            case Appearance.Notes notes -> new NotesPortrayal(notes);
        };
    }

    /**
     * What a network makes of a sequence: at each time step what comes next, what was predicted for it, and what the free run made
     * of it.
     *
     * @param freeRunFrom the time step, from 1, at which the free run begins
     */
    Depiction depict(SequenceAnswer answer, int freeRunFrom);

    /** Draws a small still picture of a batch's first sequence on the window's thread; the batch itself is read at once. */
    Supplier<Region> card(Batch batch);

    /** What people choose inputs by, or the symbols that are received; none where inputs have numbers alone. */
    List<String> inputNames();

    /** What people choose outputs by; none where outputs have numbers alone. */
    List<String> outputNames();

    /** What the activity of hidden units may be compared with. */
    default NamedSignals signals() {
        return NamedSignals.of(inputNames(), outputNames());
    }

    /** The time step, from 1, at which a free run begins unless a person wants it elsewhere. */
    default int freeRunFrom(int steps) {
        return Math.min(steps, 10);
    }
}
