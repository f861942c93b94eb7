package unroll.app.view.netview;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import unroll.app.view.WeightPlace;
import unroll.engine.anatomy.Anatomy;
import unroll.engine.perturb.HeldWeight;
import unroll.engine.perturb.Perturbation;

/** What the view of a network's units shows. */
final class NetworkModel {
    private final ReadOnlyObjectWrapper<NetworkLook> look = new ReadOnlyObjectWrapper<>(this, "look", NetworkLook.NONE);
    private final BooleanProperty unrolled = new SimpleBooleanProperty(this, "unrolled");
    private final BooleanProperty errors = new SimpleBooleanProperty(this, "errors");
    private final ReadOnlyStringWrapper gate = new ReadOnlyStringWrapper(this, "gate", "");
    private final ObjectProperty<UnitPlace> unit = new SimpleObjectProperty<>(this, "unit", UnitPlace.NONE);
    private final ObjectProperty<WeightPlace> weight = new SimpleObjectProperty<>(this, "weight", WeightPlace.NONE);
    private final ObjectProperty<Optional<HeldWeight>> tried =
            new SimpleObjectProperty<>(this, "tried", Optional.empty());
    private final ReadOnlyObjectWrapper<List<Perturbation>> perturbations =
            new ReadOnlyObjectWrapper<>(this, "perturbations", List.of());

    // Properties

    ReadOnlyObjectProperty<NetworkLook> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** Whether time steps lie side by side. */
    BooleanProperty unrolledProperty() {
        return unrolled;
    }

    /** Whether errors are shown in place of values. */
    BooleanProperty errorsProperty() {
        return errors;
    }

    /** The gate whose weights are drawn; empty where no layer has any. */
    ReadOnlyStringProperty gateProperty() {
        return gate.getReadOnlyProperty();
    }

    /** The unit whose sum is written. */
    ObjectProperty<UnitPlace> unitProperty() {
        return unit;
    }

    /** The weight that can be changed. */
    ObjectProperty<WeightPlace> weightProperty() {
        return weight;
    }

    /** The weight that is being dragged, at the number where it is. */
    ObjectProperty<Optional<HeldWeight>> triedProperty() {
        return tried;
    }

    /** What is done to the network, for good. */
    ReadOnlyObjectProperty<List<Perturbation>> perturbationsProperty() {
        return perturbations.getReadOnlyProperty();
    }

    /** What is done to the network, with what is being dragged. */
    ObservableValue<List<Perturbation>> done() {
        return Bindings.createObjectBinding(
                () -> tried.get()
                        .map(moved -> Stream.concat(
                                        perturbations.get().stream()
                                                .filter(other ->
                                                        !(other instanceof HeldWeight held && held.sameWeight(moved))),
                                        Stream.of((Perturbation) moved))
                                .toList())
                        .orElse(perturbations.get()),
                tried,
                perturbations);
    }

    /** The number at which a person holds a weight, if any does. */
    Optional<HeldWeight> held(WeightPlace at) {
        return perturbations.get().stream()
                .filter(HeldWeight.class::isInstance)
                .map(HeldWeight.class::cast)
                .filter(held ->
                        held.part().equals(at.part()) && held.row() == at.row() + 1 && held.column() == at.column() + 1)
                .findFirst();
    }

    // Commands

    void show(NetworkLook next) {
        Anatomy anatomy = next.anatomy();
        List<String> gates = Bundle.gates(anatomy);
        if (!gates.contains(gate.get())) {
            gate.set(gates.stream()
                    .filter(name -> name.equals("g") || name.startsWith("n"))
                    .findFirst()
                    .orElse(gates.isEmpty() ? "" : gates.getFirst()));
        }
        if (!there(anatomy, unit.get())) {
            unit.set(UnitPlace.NONE);
        }
        look.set(next);
    }

    private static boolean there(Anatomy anatomy, UnitPlace place) {
        return place.none()
                || place.row() < anatomy.layers().size()
                        && place.unit()
                                < anatomy.units(anatomy.layers().get(place.row()))
                                        .shown();
    }

    void chooseGate(String name) {
        gate.set(name);
    }

    void perturb(List<Perturbation> all) {
        perturbations.set(all);
    }

    /** Forgets the run before. */
    void begin() {
        unit.set(UnitPlace.NONE);
        weight.set(WeightPlace.NONE);
        tried.set(Optional.empty());
        look.set(NetworkLook.NONE);
    }

    /** Another that shows the same. */
    NetworkModel twin() {
        NetworkModel twin = new NetworkModel();
        twin.unrolled.set(unrolled.get());
        twin.errors.set(errors.get());
        twin.gate.set(gate.get());
        twin.unit.set(unit.get());
        twin.weight.set(weight.get());
        twin.perturbations.set(perturbations.get());
        twin.look.set(look.get());
        return twin;
    }
}
