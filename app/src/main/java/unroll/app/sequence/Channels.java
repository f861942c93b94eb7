package unroll.app.sequence;

import java.util.List;

/** Numbers over the same time steps, drawn as curves. */
public record Channels(List<Channel> all) implements Depiction {
    public Channels {
        all = List.copyOf(all);
    }
}
