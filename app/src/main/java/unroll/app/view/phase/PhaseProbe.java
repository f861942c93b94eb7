package unroll.app.view.phase;

import java.util.Optional;
import unroll.engine.dynamics.InputMode;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;
import unroll.engine.setting.SettingsException;

/**
 * Asks for the network as a map of its states.
 *
 * @param sequence the test sequence whose states and inputs are looked at, from 0
 * @param held what it receives at each step
 * @param time which step of the sequence is meant, from 0, where one is
 */
record PhaseProbe(int sequence, HeldInput held, int time) implements Probe<PhasePicture> {
    @Override
    public PhasePicture answer(Replica replica) {
        return PhasePicture.nothing(look(replica));
    }

    /** The network. */
    PhaseLook look(Replica replica) {
        double[][] inputs = replica.received(sequence);
        boolean symbols = replica.symbols();
        double[] row = (symbols ? HeldInput.STEP : held).row(inputs, time);
        try {
            return new PhaseLook(
                    replica.update(), Optional.of(replica.map(new InputMode.Held(row))), "", inputs, symbols);
        } catch (SettingsException e) {
            return new PhaseLook(replica.update(), Optional.empty(), String.valueOf(e.getMessage()), inputs, symbols);
        }
    }
}
