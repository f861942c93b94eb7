/**
 * Views as files for slides and papers: {@link ExportController} has a person choose among the {@link ExportFormat}s on a
 * sheet; {@link Studio} takes still pictures, and {@link Reels} makes films off-screen.
 */
@NullMarked
package unroll.app.export;

import org.jspecify.annotations.NullMarked;
