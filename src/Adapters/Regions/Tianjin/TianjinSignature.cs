using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;

namespace HealthBao.Adapters.Regions.Tianjin;

/// <summary>The open platform's <c>RSA2</c>: RSA-SHA256 (PKCS #1 v1.5), base64, over the sorted <c>k=v</c> pairs joined by <c>&amp;</c>.</summary>
public sealed class TianjinSignature
{
    private const int LeastBits = 2048;

    private readonly RSAParameters key;

    /// <exception cref="ValidationException">The key is no RSA private key of at least 2048 bits.</exception>
    public TianjinSignature(string privateKeyPem)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(privateKeyPem);
            key = rsa.ExportParameters(includePrivateParameters: true);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw new ValidationException("PrivateKeyPem is no RSA private key.", e);
        }

        if (rsa.KeySize < LeastBits) throw new ValidationException("PrivateKeyPem has fewer than 2048 bits.");
    }

    /// <summary>Signs the values as they are, before they are escaped for the form.</summary>
    public string Sign(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        // RSA objects are not promised to be safe for concurrent use; importing costs a tenth of signing.
        using var rsa = RSA.Create(key);
        var signed = rsa.SignData(Encoding.UTF8.GetBytes(Text(pairs)), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Convert.ToBase64String(signed);
    }

    /// <summary>What is signed: every pair but <c>sign</c>, sorted by name in byte order.</summary>
    public static string Text(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join('&', pairs.Where(p => p.Key != "sign").OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));
}
