/**
 * What a view of a run is, whatever it shows: {@link unroll.app.view.LiveView} and the {@link unroll.app.view.Cues} that all share.
 * Each view has a package of its own below.
 */
@NullMarked
package unroll.app.view;

import org.jspecify.annotations.NullMarked;
