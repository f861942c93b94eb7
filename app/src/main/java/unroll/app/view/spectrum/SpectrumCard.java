package unroll.app.view.spectrum;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import unroll.app.chart.Ink;
import unroll.app.chart.LevelChart;
import unroll.app.chart.PlaneData;
import unroll.app.chart.PlanePlot;
import unroll.app.control.Card;
import unroll.app.control.Chooser;
import unroll.app.control.Numbers;
import unroll.engine.analysis.Spectrum;
import unroll.engine.model.Layout;

/** The card of a recurrent matrix's eigenvalues in the complex plane, with its spectral radius over the updates below. */
public final class SpectrumCard {
    /** What people call it. */
    public static final String TITLE = "Spectrum";

    private SpectrumCard() {}

    /** A card that follows {@code model}. */
    public static Card of(SpectrumModel model) {
        LevelChart radius = new LevelChart(
                "spectral radius",
                "The largest modulus of an eigenvalue, at every update that was looked at: above 1 the linear part"
                        + " makes differences grow, below 1 it forgets them.",
                1);
        radius.setPrefHeight(86);
        radius.curveProperty().bind(model.radiusProperty());
        BorderPane both = new BorderPane(plane(model));
        both.setBottom(radius);
        both.setMinSize(0, 0);
        return card(model, both);
    }

    /** The same of a network that is not trained yet: the eigenvalues alone. */
    public static Card atFirst(SpectrumModel model) {
        return card(model, plane(model));
    }

    private static PlanePlot plane(SpectrumModel model) {
        PlanePlot plane =
                new PlanePlot("Eigenvalues in the complex plane, beside the unit circle", "real", "imaginary");
        model.eigenProperty().subscribe(eigen -> plane.dataProperty().set(drawn(eigen.spectrum())));
        return plane;
    }

    private static Card card(SpectrumModel model, Node view) {
        Card card = new Card(TITLE, view);
        Chooser parts = new Chooser("Matrix", "Which recurrent matrix", model::choose);
        model.eigenProperty().subscribe(eigen -> parts.show(Layout.titles(eigen.parts()), eigen.part()));
        card.addTool(parts, parts.severalProperty());
        card.subtitleProperty().bind(model.eigenProperty().map(SpectrumCard::words));
        return card;
    }

    private static PlaneData drawn(Spectrum spectrum) {
        double most = Math.max(1, spectrum.radius());
        List<PlaneData.Trace> traces = new ArrayList<>();
        traces.add(points(spectrum, false, Ink.MAIN));
        traces.add(points(spectrum, true, Ink.SECOND));
        return new PlaneData(most, most, true, traces);
    }

    private static PlaneData.Trace points(Spectrum spectrum, boolean outside, Ink ink) {
        double[] x = new double[spectrum.size()];
        double[] y = new double[spectrum.size()];
        for (int i = 0; i < x.length; i++) {
            boolean drawn = spectrum.modulus(i) > 1 == outside;
            x[i] = drawn ? spectrum.real()[i] : Double.NaN;
            y[i] = drawn ? spectrum.imaginary()[i] : Double.NaN;
        }
        return new PlaneData.Trace(x, y, ink, PlaneData.Form.POINTS);
    }

    private static String words(Eigen eigen) {
        if (eigen.parts().isEmpty()) {
            return "no square recurrent matrix";
        }
        Spectrum spectrum = eigen.spectrum();
        if (spectrum.size() == 0) {
            return eigen.title() + " has numbers that are not finite";
        }
        String outermost = spectrum.size() < eigen.size() ? "outermost of " : "";
        return eigen.title() + ": radius " + Numbers.measured(spectrum.radius()) + ", " + spectrum.outside()
                + " outside, " + outermost + eigen.size() + " units";
    }
}
