package dev.rollcall.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import software.amazon.awssdk.core.exception.SdkException;

/**
 * An object's content on its way from S3. What goes wrong with it, a checksum that does
 * not fit among it, is an {@link IOException}.
 */
final class S3Content extends FilterInputStream {

	S3Content(InputStream content) {
		super(content);
	}

	@Override
	public int read() throws IOException {
		try {
			return super.read();
		}
		catch (SdkException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

	@Override
	public int read(byte[] to, int from, int length) throws IOException {
		try {
			return super.read(to, from, length);
		}
		catch (SdkException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

}
