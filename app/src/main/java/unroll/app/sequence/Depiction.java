package unroll.app.sequence;

/** A sequence in the form in which it is drawn. */
public sealed interface Depiction permits Film, Channels, Passage, Bands {}
