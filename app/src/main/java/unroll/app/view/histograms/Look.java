package unroll.app.view.histograms;

import unroll.engine.analysis.Distribution;

/** How weights and gradients were distributed after an update. */
public record Look(long update, Distribution weights, Distribution gradients) {}
