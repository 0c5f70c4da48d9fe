/** OpenDSR 2.0: the interface for the systems of controllers. */
@NullMarked
package org.lethe.gdpr.opendsr;

import org.jspecify.annotations.NullMarked;
