/**
 * Processes die at the worst moments; nothing that was acknowledged may be lost, doubled or left
 * behind.
 */
@NullMarked
package org.lethe.acceptance.faults;

import org.jspecify.annotations.NullMarked;
