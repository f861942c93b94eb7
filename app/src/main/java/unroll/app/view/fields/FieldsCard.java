package unroll.app.view.fields;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import unroll.app.control.Card;
import unroll.app.control.Chooser;
import unroll.app.control.Numbers;
import unroll.app.control.QuietToggle;

/** The card of receptive fields. */
final class FieldsCard {
    /** What people call it. */
    static final String TITLE = "Receptive fields";

    private FieldsCard() {}

    /**
     * A card that follows {@code model}.
     *
     * @param chosen the unit that is chosen in all views, as far as they show the same units
     */
    static Card of(FieldsModel model, IntegerProperty chosen) {
        Card card = new Card(
                TITLE,
                new FieldsView(model),
                new QuietToggle(
                        "own scale",
                        "Each unit's largest weight has the full colour, instead of the largest of all units",
                        model.ownScaleProperty()));
        Chooser parts = new Chooser(
                "Weights",
                "Which weights between the picture and units: what the units receive from it, or send to it",
                model::choose);
        model.fieldsProperty()
                .subscribe(now -> parts.show(
                        titles(now),
                        now.part().map(part -> part.weights().name()).orElse("")));
        Chooser order = new Chooser(
                "Order",
                "In which order the units stand, in both pictures: as they are numbered, by the norm of their"
                        + " weights, or by the place in the picture where their weights lie, as one reads",
                name -> model.orderProperty().set(FieldOrder.valueOf(name)));
        model.orderProperty().subscribe(now -> order.show(FieldOrder.titles(), now.name()));
        card.addTool(parts, parts.severalProperty());
        card.addTool(order, order.severalProperty());
        card.subtitleProperty()
                .bind(Bindings.createStringBinding(
                        () -> words(model), model.fieldsProperty(), model.ownScaleProperty()));
        share(model, chosen);
        return card;
    }

    /** What is chosen here is chosen in all views, and the other way about, where the units are those that they show. */
    private static void share(FieldsModel model, IntegerProperty chosen) {
        Runnable follow = () -> {
            if (model.showsSharedUnits()) {
                model.unitProperty().set(chosen.get());
            }
        };
        chosen.subscribe(follow);
        model.fieldsProperty().subscribe(follow);
        model.unitProperty().subscribe(unit -> {
            if (model.showsSharedUnits()) {
                chosen.set(unit.intValue());
            }
        });
    }

    private static SequencedMap<String, String> titles(Fields now) {
        SequencedMap<String, String> titles = new LinkedHashMap<>();
        now.offered()
                .forEach(
                        part -> titles.put(part.weights().name(), part.weights().title()));
        return titles;
    }

    private static String words(FieldsModel model) {
        Fields now = model.fieldsProperty().get();
        String scale = model.ownScaleProperty().get()
                ? "each in its own scale"
                : "full colour at \u00b1" + Numbers.tick(FieldsView.limit(now));
        return now.part()
                .map(part -> part.weights().title() + ", " + part.units() + " units, " + scale
                        + part.between()
                                .map(slot -> "; " + slot.title() + " in the same order")
                                .orElse(""))
                .orElse("");
    }
}
