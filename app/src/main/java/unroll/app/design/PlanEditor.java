package unroll.app.design;

import java.util.function.Consumer;
import unroll.app.edit.History;
import unroll.app.sheet.SettingEdit;
import unroll.engine.experiment.Experiment;
import unroll.engine.model.Cell;
import unroll.engine.model.Designed;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Plan;
import unroll.engine.model.PlanText;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

/** Changes the network of the open experiment as a person draws it; every change is an edit of the experiment's history. */
public final class PlanEditor {
    /** Units of a layer that is added to a network without layers. */
    private static final int UNITS = 100;

    /** How much larger or smaller a layer becomes at a time. */
    private static final double GROWTH = 1.25;

    private final DesignModel model;
    private final History<Experiment> history;
    private final Consumer<SettingEdit<Experiment>> edit;

    /** @param edit takes a change */
    PlanEditor(DesignModel model, History<Experiment> history, Consumer<SettingEdit<Experiment>> edit) {
        this.model = model;
        this.history = history;
        this.edit = edit;
    }

    /** Adds a part: within the chosen connection, or above the chosen layer and below the output. */
    public void add(PaletteItem part) {
        if (!editable()) {
            return;
        }
        Plan plan = plan();
        String name = free(plan, part);
        int units = plan.layers().isEmpty() ? UNITS : plan.layers().getLast().units();
        Plan after = plan.with(new Plan.Layer(name, part.cell(), units));
        String below = Plan.INPUT;
        String above = Plan.OUTPUT;
        switch (model.selectionProperty().get()) {
            case Selection.OfLink(Plan.Link link)
            when link.lag() == 0 -> {
                below = link.from();
                above = link.to();
                after = after.without(link);
            }
            case Selection.OfLayer(String layer) when !layer.equals(Plan.OUTPUT) -> below = layer;
            default -> {}
        }
        after = after.with(new Plan.Link(below, name, 0));
        if (part.recurrent()) {
            after = after.with(new Plan.Link(name, name, 1));
        }
        take("Add layer " + name, after.with(new Plan.Link(name, above, 0)));
        model.selectionProperty().set(new Selection.OfLayer(name));
    }

    private static String free(Plan plan, PaletteItem part) {
        String stem = part.cell() instanceof Cell.Gated ? part.cell().toString() : "h";
        String name = stem;
        for (int i = 2; plan.layer(name).isPresent(); i++) {
            name = stem + i;
        }
        return name;
    }

    /** Connects one to another, at the same step if that makes no circle, or else one step later. */
    public void connect(String from, String to) {
        if (!editable()) {
            return;
        }
        if (from.equals(Plan.OUTPUT)) {
            model.refusalProperty().set("The output leads nowhere: it goes to the loss.");
            return;
        }
        if (to.equals(Plan.INPUT)) {
            model.refusalProperty().set("Nothing leads to the input: it comes from the task.");
            return;
        }
        Plan.Link now = new Plan.Link(from, to, 0);
        boolean circle = plan().with(now).faults().stream()
                .anyMatch(fault -> fault.links().contains(now));
        Plan.Link link = circle ? new Plan.Link(from, to, 1) : now;
        if (plan().links().contains(link)) {
            model.refusalProperty()
                    .set(link + " is there already; a connection that is chosen can have another delay.");
        } else {
            take("Connect " + link, plan().with(link));
        }
        model.selectionProperty().set(new Selection.OfLink(link).in(plan()));
    }

    /** Deletes what is chosen. */
    public void delete() {
        if (editable()) {
            switch (model.selectionProperty().get()) {
                case Selection.OfLayer(String name)
                when plan().layer(name).isPresent() -> take("Delete layer " + name, plan().without(name));
                case Selection.OfLink(Plan.Link link) -> take("Delete " + link, plan().without(link));
                default -> {}
            }
        }
    }

    /** Changes a layer; a sentence where that cannot be, empty where it is done. */
    public String change(String name, Plan.Layer after) {
        if (!editable()) {
            return "";
        }
        try {
            Plan changed = written(plan().changed(name, after));
            boolean chosen = model.selectionProperty().get().equals(new Selection.OfLayer(name));
            take("Layer " + after, changed);
            if (chosen) {
                model.selectionProperty().set(new Selection.OfLayer(after.name()));
            }
            return "";
        } catch (SettingsException refused) {
            return sentence(refused);
        }
    }

    /** Makes the chosen layer larger, or smaller. */
    public void resize(boolean larger) {
        if (editable() && model.selectionProperty().get() instanceof Selection.OfLayer(String name)) {
            plan().layer(name).ifPresent(layer -> {
                int units = layer.units();
                int next = (int) Math.rint(larger ? units * GROWTH : units / GROWTH);
                int moved = next == units ? units + (larger ? 1 : -1) : next;
                change(name, new Plan.Layer(name, layer.cell(), Math.clamp(moved, 1, Plan.MOST_UNITS)));
            });
        }
    }

    /** Lets a connection reach another number of steps back; a sentence where that cannot be, empty where it is done. */
    public String delay(Plan.Link link, int lag) {
        if (!editable()) {
            return "";
        }
        try {
            Plan.Link after = new Plan.Link(link.from(), link.to(), lag);
            take("Delay " + after, written(plan().changed(link, after)));
            model.selectionProperty().set(new Selection.OfLink(after).in(plan()));
            return "";
        } catch (SettingsException refused) {
            return sentence(refused);
        }
    }

    /** The sentence of a refusal without its place: that is before people's eyes. */
    private static String sentence(SettingsException refused) {
        return String.valueOf(refused.getMessage()).replaceFirst("^(layers|connections): ", "");
    }

    /**
     * The plan as it is read again once it is written.
     *
     * @throws SettingsException where it cannot be
     */
    private static Plan written(Plan plan) {
        return PlanText.read(PlanText.layers(plan), PlanText.links(plan));
    }

    /** Takes an experiment as JSON, if it is one. */
    public void take(String text) {
        try {
            Experiment after = SettingsJson.read(Experiment.class, text, "the text");
            model.refusalProperty().set("");
            edit.accept(new SettingEdit<>("Edit as text", after));
        } catch (SettingsException refused) {
            model.refusalProperty().set(String.valueOf(refused.getMessage()));
        }
    }

    /** Makes a drawing that can be changed of an architecture that is drawn as one. */
    public void drawInstead() {
        apply("Draw the network", Designed.of(Plan.of(Cell.Ungated.TANH, UNITS)));
    }

    /** Refuses a name that no layer can have; empty where one can. */
    public String refusal(String name) {
        try {
            PlanText.checkName(name);
            return plan().layer(name).isPresent() ? "There is a layer called " + name + " already." : "";
        } catch (SettingsException refused) {
            return sentence(refused);
        }
    }

    private boolean editable() {
        return model.drawingProperty().get().editable();
    }

    private Plan plan() {
        return history.valueProperty()
                .get()
                .model()
                .plan()
                .orElse(model.drawingProperty().get().plan());
    }

    private void take(String name, Plan after) {
        model.refusalProperty().set("");
        apply(name, Designed.settings(after));
    }

    private void apply(String name, ModelSettings settings) {
        edit.accept(new SettingEdit<>(
                name, Schema.of(Experiment.class).with(history.valueProperty().get(), "model", settings)));
    }
}
