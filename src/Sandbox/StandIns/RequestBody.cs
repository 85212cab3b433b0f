namespace HealthBao.Sandbox.StandIns;

/// <summary>Reads a whole request, bounded.</summary>
internal static class RequestBody
{
    private const int MaxBytes = 16 * 1024;

    /// <summary>The bytes, or null when there are more than any true request has.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[4 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > MaxBytes) return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
