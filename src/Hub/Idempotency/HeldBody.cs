using HealthBao.Contracts.Problems;
using HealthBao.Hub.Problems;

namespace HealthBao.Hub.Idempotency;

/// <summary>A request's body, read to know it again and handed on as if it had not been.</summary>
internal static class HeldBody
{
    /// <returns>The bytes, or null when a problem was answered already.</returns>
    public static async Task<byte[]?> ReadAsync(HttpContext http, int maxBytes)
    {
        var held = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            held.Write(buffer, 0, read);
            if (held.Length <= maxBytes) continue;
            await http.WriteProblemAsync(new(ProblemType.TooLarge, $"The body must have at most {maxBytes} bytes."));
            return null;
        }

        held.Position = 0;
        http.Request.Body = held;
        return held.ToArray();
    }
}
