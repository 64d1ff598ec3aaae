package dev.rollcall.dataset;

import java.io.IOException;

import com.github.luben.zstd.Zstd;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Compresses Parquet pages with Zstandard, without Hadoop's codecs. */
final class ZstdCodecs implements CompressionCodecFactory {

	private static final int LEVEL = 3;

	@Override
	public BytesInputCompressor getCompressor(CompressionCodecName codec) {
		if (codec != CompressionCodecName.ZSTD) {
			throw new IllegalArgumentException("Only ZSTD is written, not " + codec);
		}
		return new Compressor();
	}

	@Override
	public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
		throw new UnsupportedOperationException("Parquet is read by DuckDB");
	}

	@Override
	public void release() {
	}

	private static final class Compressor implements BytesInputCompressor {

		@Override
		public BytesInput compress(BytesInput bytes) throws IOException {
			return BytesInput.from(Zstd.compress(bytes.toByteArray(), LEVEL));
		}

		@Override
		public CompressionCodecName getCodecName() {
			return CompressionCodecName.ZSTD;
		}

		@Override
		public void release() {
		}

	}

}
