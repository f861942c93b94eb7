package unroll.app.planted.strange;

/** Stands for a class of a package that nobody put into the table. */
public final class Stranger {}
