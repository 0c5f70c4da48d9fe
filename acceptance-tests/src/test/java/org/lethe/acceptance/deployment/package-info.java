/** The chart and the manifests: they render, their pods are restricted, their settings are ours. */
@NullMarked
package org.lethe.acceptance.deployment;

import org.jspecify.annotations.NullMarked;
