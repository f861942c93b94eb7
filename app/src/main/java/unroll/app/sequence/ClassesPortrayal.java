package unroll.app.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import unroll.app.chart.Heatmap;
import unroll.app.chart.Matrix;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.sequence.Batch;
import unroll.engine.task.Appearance;

/** Symbols and the probabilities of classes as maps. */
record ClassesPortrayal(Appearance.Classes classes) implements Portrayal {
    @Override
    public Bands depict(SequenceAnswer answer, int freeRunFrom) {
        Matrix received = received(answer.input());
        List<Bands.Band> bands = new ArrayList<>();
        bands.add(new Bands.Band("input", classes.inputs(), received, received.limit()));
        bands.add(band("target", answer.target(), answer));
        bands.add(band("prediction", answer.prediction(), answer));
        if (answer.freeRun().length > 0) {
            bands.add(band("free run from t = " + freeRunFrom, answer.freeRun(), answer));
        }
        return new Bands(bands);
    }

    /** Probabilities at the steps that count. */
    private Bands.Band band(String name, float[][] probabilities, SequenceAnswer answer) {
        float[][] counted = new float[probabilities.length][classes.outputs().size()];
        for (int t = 0; t < counted.length; t++) {
            if (answer.weight()[t][0] > 0) {
                counted[t] = probabilities[t];
            }
        }
        return new Bands.Band(name, classes.outputs(), Matrix.ofColumns(counted), 1);
    }

    private Matrix received(float[][] inputs) {
        return Matrix.ofColumns(Inputs.spread(inputs, classes.inputs().size()));
    }

    @Override
    public Supplier<Region> card(Batch batch) {
        Matrix cells = received(Inputs.of(batch));
        return () -> {
            Heatmap map = new Heatmap();
            map.getStyleClass().add("thumbnail-map");
            map.bareProperty().set(true);
            map.sortedProperty().set(false);
            map.limitProperty().set(cells.limit());
            map.timeProperty().set(-1);
            map.matrixProperty().set(cells);
            map.setFocusTraversable(false);
            return map;
        };
    }

    @Override
    public List<String> inputNames() {
        return classes.inputs();
    }

    @Override
    public List<String> outputNames() {
        return classes.outputs();
    }
}
