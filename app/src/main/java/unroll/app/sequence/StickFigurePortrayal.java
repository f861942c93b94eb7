package unroll.app.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import unroll.app.chart.Ink;
import unroll.engine.motion.GroundPlace;
import unroll.engine.motion.MotionCode;
import unroll.engine.motion.Vector;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.sequence.Batch;
import unroll.engine.task.Appearance;

/** Bodies that move as stick figures. */
record StickFigurePortrayal(Appearance.StickFigure figure) implements Portrayal {
    /** Moments of a walk on a card, and the time steps between them. */
    private static final int MOMENTS = 5;

    private static final int BETWEEN = 4;

    /**
     * The truth begins in the middle of the floor. Each prediction begins where the body truly was; the free run goes on from where it has
     * come to.
     */
    @Override
    public Moves depict(SequenceAnswer answer, int freeRunFrom) {
        List<Vector[]> truth = new ArrayList<>();
        List<Vector[]> prediction = new ArrayList<>();
        List<Vector[]> freeRun = new ArrayList<>();
        GroundPlace stood = GroundPlace.ORIGIN;
        GroundPlace free = GroundPlace.ORIGIN;
        for (int t = 0; t < answer.end(); t++) {
            GroundPlace before = stood;
            stood = add(answer.target()[t], before, truth);
            add(answer.prediction()[t], before, prediction);
            if (answer.freeRun().length > 0) {
                free = add(answer.freeRun()[t], t + 1 < freeRunFrom ? before : free, freeRun);
            }
        }
        List<Moves.Scene> scenes = new ArrayList<>();
        scenes.add(new Moves.Scene(
                "truth and prediction",
                List.of(
                        new Moves.Body("truth", Ink.QUIET, truth),
                        new Moves.Body("prediction", Ink.MAIN, prediction))));
        if (!freeRun.isEmpty()) {
            scenes.add(new Moves.Scene(
                    "free run from t = " + freeRunFrom, List.of(new Moves.Body("free run", Ink.SECOND, freeRun))));
        }
        return new Moves(figure.code().skeleton(), scenes);
    }

    /** Adds a body, and says where it stands. */
    private GroundPlace add(float[] numbers, GroundPlace before, List<Vector[]> positions) {
        MotionCode code = figure.code();
        double[] row = figure.row(numbers);
        GroundPlace place = code.after(row, before);
        positions.add(code.positions(row, place));
        return place;
    }

    @Override
    public Supplier<Region> card(Batch batch) {
        List<Vector[]> positions = new ArrayList<>();
        GroundPlace place = GroundPlace.ORIGIN;
        float[][] rows = Inputs.of(batch);
        for (float[] row : rows) {
            place = add(row, place, positions);
        }
        List<Moves.Scene> moments = new ArrayList<>();
        for (int i = 0; i < MOMENTS; i++) {
            int at = Math.min(i * BETWEEN, rows.length - 1);
            moments.add(new Moves.Scene("", List.of(new Moves.Body("", Ink.MAIN, positions.subList(at, at + 1)))));
        }
        Moves moves = new Moves(figure.code().skeleton(), moments);
        return () -> {
            MovesView view = new MovesView();
            view.getStyleClass().add("thumbnail-moves");
            view.setMouseTransparent(true);
            view.setFocusTraversable(false);
            view.movesProperty().set(moves);
            return view;
        };
    }

    @Override
    public List<String> inputNames() {
        return figure.numbers().inputs();
    }

    @Override
    public List<String> outputNames() {
        return figure.numbers().outputs();
    }
}
