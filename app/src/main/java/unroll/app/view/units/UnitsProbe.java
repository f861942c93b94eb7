package unroll.app.view.units;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import unroll.app.sequence.NamedSignals;
import unroll.app.sequence.Portrayal;
import unroll.engine.analysis.UnitProfile;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.probe.SequenceProbe;
import unroll.engine.task.Appearance;

/** Asks what the hidden units do while the network receives the first test sequences. */
final class UnitsProbe implements Probe<Units> {
    private final int sequences;
    private final NamedSignals signals;

    /** @param sequences how many, at least 1 */
    UnitsProbe(int sequences, Appearance appearance) {
        this.sequences = sequences;
        signals = Portrayal.of(appearance).signals();
    }

    @Override
    public Units answer(Replica replica) {
        float[][][] states = new float[sequences][][];
        float[][][] seen = new float[sequences][][];
        for (int i = 0; i < sequences; i++) {
            SequenceAnswer answer = new SequenceProbe(i, Integer.MAX_VALUE).answer(replica);
            states[i] = Arrays.copyOf(answer.hidden(), answer.end());
            seen[i] = Arrays.copyOf(signals.in(answer), answer.end());
        }
        List<UnitProfile> profiles = UnitProfile.of(states, seen, replica.saturation(), replica.recurrent());
        List<Units.Row> rows = new ArrayList<>();
        for (int unit = 0; unit < profiles.size(); unit++) {
            rows.add(new Units.Row(unit + 1, profiles.get(unit), words(profiles.get(unit))));
        }
        return new Units(replica.update(), sequences, rows);
    }

    private String words(UnitProfile profile) {
        return profile.follows() < 0
                ? ""
                : String.format(Locale.ROOT, "%s %+.2f", signals.names().get(profile.follows()), profile.correlation())
                        .replace('-', '\u2212');
    }
}
