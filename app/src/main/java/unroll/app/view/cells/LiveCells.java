package unroll.app.view.cells;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.control.Card;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;
import unroll.app.view.netview.NetworkLook;
import unroll.app.view.netview.NetworkProbe;
import unroll.engine.perturb.Perturbation;
import unroll.engine.probe.Probe;

/** Gates and memories of gated cells over a test sequence, and the units of every layer. */
public final class LiveCells implements LiveView<NetworkLook> {
    public static final String NAME = "cells";

    /** Units of a layer: as many as rows can be told apart. */
    private static final int MOST = 256;

    private final CellsModel model;
    private final Optional<GateHand> hand;
    private final ObservableValue<List<Perturbation>> perturbations;

    /**
     * A view of no network yet.
     *
     * @param hand holds gates
     * @param perturbations what is done to the network
     */
    public LiveCells(GateHand hand, ObservableValue<List<Perturbation>> perturbations) {
        this(new CellsModel(), Optional.of(hand), perturbations);
    }

    private LiveCells(CellsModel model, Optional<GateHand> hand, ObservableValue<List<Perturbation>> perturbations) {
        this.model = model;
        this.hand = hand;
        this.perturbations = perturbations;
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                "Cells",
                KeyCode.C,
                "What lies within a layer, over the test sequence: the gates and the memory of a cell, or one gate of"
                        + " all cells; every layer of a deep network.");
    }

    @Override
    public boolean atFirst() {
        return false;
    }

    @Override
    public Card card(Cues cues) {
        return CellsCard.of(title(), model, hand, cues);
    }

    @Override
    public Source<NetworkLook> source(Cues cues) {
        return new Source.Probed<>(NetworkProbe.of(cues, perturbations, MOST), true);
    }

    @Override
    public Optional<ObservableValue<? extends Probe<NetworkLook>>> past(Cues cues) {
        return Optional.of(NetworkProbe.of(cues, perturbations, MOST));
    }

    @Override
    public void show(NetworkLook look) {
        model.show(look);
    }

    @Override
    public void begin(RunHead run) {
        model.begin();
    }

    @Override
    public LiveCells twin() {
        return new LiveCells(model.twin(), Optional.empty(), new ReadOnlyObjectWrapper<>(perturbations.getValue()));
    }
}
