using System.Text;
using HealthBao.Contracts.Pass;

namespace HealthBao.Contracts.Tests.Pass;

public sealed class PassConcurrencyTests
{
    [Fact]
    public void Four_threads_verify_and_sign_with_the_same_key()
    {
        var region = MadeUpRegion.Tianjin;
        var terms = Checkpoint.Open.Terms;
        var wrong = 0;
        var threads = Enumerable.Range(0, 4).Select(t => new Thread(() =>
        {
            for (var i = 0; i < 250; i++)
            {
                var statement = region.Statement with { StatusIndex = (t * 1000) + i };
                var pass = PassSigner.Sign(statement, region.DayKey);
                var forged = Encoding.ASCII.GetBytes(pass.Api);
                forged[^3] ^= 1;
                if (PassVerifier.Verify(Encoding.ASCII.GetBytes(i % 2 == 0 ? pass.Api : pass.Card), terms).Statement != statement
                    || PassVerifier.Verify(forged, terms).IsSound)
                    Interlocked.Increment(ref wrong);
            }
        })).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        Assert.Equal(0, wrong);
    }
}
