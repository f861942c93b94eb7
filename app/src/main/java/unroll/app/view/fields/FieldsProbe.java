package unroll.app.view.fields;

import java.util.List;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;

/**
 * Asks for the weights between a picture and units.
 *
 * @param part what they are called; the first where the network has none of that name
 * @param width pixels across; 0 where the task has no pictures
 * @param height pixels down
 */
record FieldsProbe(String part, int width, int height) implements Probe<Fields> {
    @Override
    public Fields answer(Replica replica) {
        List<FieldPart> offered = FieldPart.of(
                replica.parts(),
                width * height,
                replica.machineWeights(),
                replica.subject().units());
        return Fields.of(replica.update(), offered, part, width, height, replica::numbers);
    }
}
