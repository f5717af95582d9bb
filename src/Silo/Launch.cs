using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace ContentPages.Silo;

/// <summary>Turns what keeps the process from starting into a sentence on standard error and an exit code, instead of a stack trace.</summary>
internal static class Launch
{
    private const int Refused = 2;
    private const int CannotStart = 1;

    public static async Task<int> Run(Func<Task> program)
    {
        try
        {
            await program();
            return 0;
        }
        catch (UsageWantedException usage)
        {
            Console.WriteLine(usage.Message);
            return 0;
        }
        catch (StartRefusedException refused)
        {
            return Say(refused.Message, Refused);
        }
        catch (OptionsValidationException invalid)
        {
            return Say(string.Join(Environment.NewLine, invalid.Failures), Refused);
        }
        // The binder names the setting and what it cannot be read as.
        catch (InvalidOperationException unreadable) when (unreadable.Source is "Microsoft.Extensions.Configuration.Binder")
        {
            return Say(unreadable.Message, Refused);
        }
        catch (IOException inUse) when (inUse.InnerException is AddressInUseException)
        {
            return Say(FreePort.InUse, CannotStart);
        }
    }

    private static int Say(string sentence, int code)
    {
        Console.Error.WriteLine(sentence);
        return code;
    }
}
