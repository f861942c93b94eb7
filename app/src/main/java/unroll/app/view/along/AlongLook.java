package unroll.app.view.along;

import unroll.app.sequence.Excerpt;
import unroll.app.view.LiveAnswer;

/**
 * What somebody played, and how a network goes on.
 *
 * @param question what was asked
 */
record AlongLook(long update, AlongQuestion question, Excerpt excerpt) implements LiveAnswer {}
