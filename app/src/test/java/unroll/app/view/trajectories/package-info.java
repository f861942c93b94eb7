@org.jspecify.annotations.NullMarked
package unroll.app.view.trajectories;
