package unroll.engine.setting;

import java.util.SequencedMap;

/** A record of settings of which some values go together under a name, such as those of a publication. */
public interface Presets {
    /** Settings of the same kind by their names; they keep what the name says nothing of. */
    SequencedMap<String, Record> presets();
}
