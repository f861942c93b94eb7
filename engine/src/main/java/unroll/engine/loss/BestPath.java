package unroll.engine.loss;

import java.util.Arrays;

/** Decodes by the most probable alignment: the largest output at each step, which need not spell the most probable string. */
public record BestPath(Collapse collapse) {
    /** The string that the best path spells, with the probability of that one path. */
    public Decoding decode(LogProbabilities p) {
        int[] path = new int[p.steps()];
        double log = 0;
        for (int t = 0; t < path.length; t++) {
            for (int k = 1; k < p.classes(); k++) {
                path[t] = p.of(t, k) > p.of(t, path[t]) ? k : path[t];
            }
            log += p.of(t, path[t]);
        }
        int count = collapse.spell(path, path.length, p.blank(), path);
        return new Decoding(Arrays.stream(path, 0, count).boxed().toList(), log);
    }
}
