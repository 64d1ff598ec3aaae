package dev.rollcall.simulator.service.ec2;

import dev.rollcall.simulator.world.Draw;
import dev.rollcall.simulator.world.Facet;
import org.jspecify.annotations.Nullable;

/**
 * What EC2 does in a Region of an account where nobody says otherwise, in its own words.
 *
 * @param tokens whether instance metadata asks for a token; null where nothing is set
 * @param hops the hop limit of instance metadata; null where nothing is set
 * @param images what is shared of images
 * @param snapshots what is shared of snapshots
 * @param encrypted whether new volumes are
 * @param console whether the serial console is open
 * @param internet what VPCs block
 * @param allowedImages whether only some images may be launched
 * @param governed whether a declarative policy has set all but the encryption
 */
record RegionDefaults(@Nullable String tokens, @Nullable Integer hops, String images, String snapshots,
		boolean encrypted, boolean console, String internet, String allowedImages, boolean governed) {

	/** In order: whatever can be closed by default is, and volumes are encrypted. */
	static final RegionDefaults CLOSED = new RegionDefaults("required", 2, "block-new-sharing", "block-all-sharing",
			true, false, "off", "disabled", false);

	/** As AWS leaves a Region that nobody has touched. */
	static final RegionDefaults UNTOUCHED = new RegionDefaults(null, null, "unblocked", "unblocked", false, false,
			"off", "disabled", false);

	static final Facet<RegionDefaults> FACET = Facet.of(CLOSED, RegionDefaults::drawn);

	private static RegionDefaults drawn(Draw draw) {
		int drawn = draw.here().with("ec2 defaults").below(100);
		return (drawn < 80) ? CLOSED : (drawn < 88) ? CLOSED.governedByPolicy() : (drawn < 92)
				? CLOSED.sharing("block-new-sharing") : (drawn < 96) ? CLOSED.withTokens("optional") : UNTOUCHED;
	}

	RegionDefaults withTokens(@Nullable String other) {
		return new RegionDefaults(other, this.hops, this.images, this.snapshots, this.encrypted, this.console,
				this.internet, this.allowedImages, this.governed);
	}

	/** The same with images that are shared otherwise. */
	RegionDefaults withImages(String other) {
		return new RegionDefaults(this.tokens, this.hops, other, this.snapshots, this.encrypted, this.console,
				this.internet, this.allowedImages, this.governed);
	}

	/** The same with snapshots that are shared otherwise. */
	RegionDefaults sharing(String other) {
		return new RegionDefaults(this.tokens, this.hops, this.images, other, this.encrypted, this.console,
				this.internet, this.allowedImages, this.governed);
	}

	RegionDefaults unencrypted() {
		return new RegionDefaults(this.tokens, this.hops, this.images, this.snapshots, false, this.console,
				this.internet, this.allowedImages, this.governed);
	}

	/** The same with the console open, VPCs closed and images tried out. */
	RegionDefaults withConsole(String internetBlock, String images) {
		return new RegionDefaults(this.tokens, this.hops, this.images, this.snapshots, this.encrypted, true,
				internetBlock, images, this.governed);
	}

	RegionDefaults governedByPolicy() {
		return new RegionDefaults(this.tokens, this.hops, this.images, this.snapshots, this.encrypted, this.console,
				this.internet, this.allowedImages, true);
	}

}
