/**
 * Views that share a window as a person arranges them: {@link unroll.app.dock.Arrangement} is the value, {@link
 * unroll.app.dock.Dock} shows it.
 */
@NullMarked
package unroll.app.dock;

import org.jspecify.annotations.NullMarked;
